import type { Words } from './words-en.ts';

/** The page on method in Spanish. */
export const methodEs: Words['method'] = {
  title: 'Método',
  lead: 'Cómo nace el registro, y lo que no dice.',
  sections: [
    {
      id: 'claims',
      title: 'Afirmaciones y pruebas',
      text: [
        'Una fuente se guarda byte por byte y se nombra por su SHA-256. Un lector hace de ella texto o filas; unas reglas hallan en ellas afirmaciones: esta agencia, en este programa, tiene esta posición, según esta persona.',
        'Cada afirmación lleva su prueba: las palabras exactas, o la fila de la lista. Los hechos de fuentes cuyos bytes no tenemos llevan la marca «citado, no capturado».',
        'Un registro nuevo empieza con lo que las listas de ICE han publicado desde 2021, citado lista por lista. Al añadir el archivo de una lista, sus filas ocupan el lugar de lo citado; las agencias y los acuerdos siguen siendo los mismos.',
      ],
    },
    {
      id: 'dates',
      title: 'Fechas',
      text: [
        'Una fecha nunca es más fina que su fuente. Quien dice «en noviembre de 2016» recibe noviembre de 2016.',
        'Una agencia que una lista muestra y la siguiente no, terminó algún día entre las dos. Se muestra como «entre … y …», rayada en la cronología y en el mapa.',
        'La primera página habla del día de la prueba más nueva del registro, no de hoy.',
      ],
    },
    {
      id: 'positions',
      title: 'Posiciones',
      text: [
        'Una agencia participa, participará, se niega, terminó, limita, amplía, no ha sido consultada, no ha decidido, o dice que nada cambia. Los programas van aparte: una agencia puede terminar un acuerdo de cárcel y seguir reteniendo a personas a petición.',
        'Donde un color o una cifra ha de valer por varias posiciones, se toma la primera de estas: participa, participará, limita, se niega, terminó, cualquier otra. De dos iguales, la cierta va antes que la incierta.',
        'En el mapa, un condado lleva el color de las agencias que sirven a todo él (sheriff, cárcel, correccional del condado). Las policías y otras agencias dentro de él son puntos, uno por posición, mayores donde son muchas. Los organismos estatales son cuadrados.',
      ],
    },
    {
      id: 'not-known',
      title: 'Lo que no se sabe',
      text: [
        'La mayoría de las 18.000 agencias de Estados Unidos no ha dicho nunca nada que este registro contenga. «Sin posición conocida» es el color del papel; no significa que una agencia se niegue.',
        'Una lista dice quién firmó, no lo que una agencia hace día a día. Una declaración dice lo que alguien dijo.',
      ],
    },
    {
      id: 'people',
      title: 'Personas',
      text: [
        'Ninguna persona detenida, ningún inmigrante y ningún particular es nunca sujeto del registro. Las personas aparecen solo como funcionarios que hablan o actúan en su cargo.',
      ],
    },
    {
      id: 'correct',
      title: 'Para corregir algo',
      text: [
        'Quien lo sepa mejor, ante todo la propia agencia, envía el documento que lo muestra: una carta, un acuerdo, una página publicada, con su fecha y su procedencia.',
        'Entra en la misma revisión que todo lo demás: «countersign add ARCHIVO --publisher NOMBRE --published FECHA». Lo dicho antes queda en el registro junto a lo que se dice ahora, cada cosa con su prueba y el día en que la conocimos.',
      ],
    },
    {
      id: 'outlook',
      title: 'Perspectiva',
      text: [
        'La perspectiva dice qué probabilidad tiene una agencia de unirse al 287(g) en 90 días. Es una regresión logística con rasgos sencillos: si la agencia figura como pendiente, su tipo y tamaño, cuántas de su tipo participan o se unieron hace poco en su estado, su condado y los vecinos, y lo que pide la ley del registro. Parte de con qué frecuencia se unieron en los 90 días anteriores las agencias como ella (pendiente o no, de su tipo, en su estado) y aprende qué más cuenta de los tres meses más recientes cuyos 90 días han terminado. No es un hecho del registro, y ninguna afirmación se apoya en ella.',
        'Cada mes pasado se pronostica del mismo modo, con lo que se sabía en su primer día, y se compara con lo que ocurrió. La página lo muestra junto a la probabilidad: donde se unieron menos de lo que decía, crea lo que ocurrió.',
      ],
    },
  ],
};
