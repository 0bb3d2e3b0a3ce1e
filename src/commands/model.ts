import { type Effects, messageOf, UserError } from '../base/index.ts';
import { type Claim, INSTRUCTIONS, passagesOf, proposalsOf } from '../claim/index.ts';
import type { TextReading } from '../read/index.ts';
import { type Options, textOption } from './call.ts';

/** Asks a model about a reading; its claims enter review as proposals. */
export type AskModel = (
  reading: TextReading,
  about: { capture: string; published: string | null; name: string },
  effects: Effects,
) => Promise<Claim[]>;

/** Where Ollama listens: nothing leaves the machine unless the user names another address. */
export const LOCAL_MODEL = 'http://127.0.0.1:11434/v1';
const TIMEOUT_MS = 120_000;
const MAX_ANSWER_TOKENS = 2000;
const MAX_PASSAGES = 40;

/**
 * The model that `--model` and `--model-url` name, behind any OpenAI-compatible endpoint, or undefined without them.
 * The key comes from `COUNTERSIGN_MODEL_KEY` alone. Throws a UserError for an address that is none.
 */
export async function modelOf(
  options: Options,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<AskModel | undefined> {
  const model = textOption(options, 'model');
  const address = textOption(options, 'modelUrl');
  if (model === undefined) {
    if (address !== undefined)
      throw new UserError('--model-url names an endpoint without a model; name one with --model');
    return undefined;
  }
  const baseURL = address ?? LOCAL_MODEL;
  if (!URL.canParse(baseURL) || !/^https?:$/.test(new URL(baseURL).protocol))
    throw new UserError(
      `address ${JSON.stringify(baseURL)} of --model-url is no http address; write it as ${LOCAL_MODEL}`,
    );
  // Loaded only when it is asked for.
  const { default: OpenAI } = await import('openai');
  const client = new OpenAI({
    baseURL,
    // Local endpoints want none; the package insists on one.
    apiKey: environment.COUNTERSIGN_MODEL_KEY || 'none',
    timeout: TIMEOUT_MS,
    maxRetries: 2,
    logLevel: 'off',
  });
  const ask = async (passage: string): Promise<string> => {
    const answer = await client.chat.completions.create({
      model,
      temperature: 0,
      max_tokens: MAX_ANSWER_TOKENS,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: INSTRUCTIONS },
        { role: 'user', content: passage },
      ],
    });
    return answer.choices?.[0]?.message?.content ?? '';
  };
  return async (reading, { capture, published, name }, effects) => {
    const claims: Claim[] = [];
    const passages = passagesOf(reading);
    if (passages.length > MAX_PASSAGES)
      effects.warn(
        `${JSON.stringify(name)} has ${passages.length} passages; the model was asked about ${MAX_PASSAGES}`,
      );
    for (const passage of passages.slice(0, MAX_PASSAGES)) {
      const answer = await ask(passage.text).catch((error: unknown) => {
        effects.warn(
          `model ${JSON.stringify(model)} at ${baseURL} gave nothing for ${JSON.stringify(name)}: ${messageOf(error)}`,
        );
        return null;
      });
      if (answer === null) break;
      const { claims: found, dropped } = proposalsOf(answer, passage, reading, { model, capture, published });
      claims.push(...found);
      if (dropped.length > 0)
        effects.warn(
          `of the model's answer for ${JSON.stringify(name)} was left out: ${dropped.slice(0, 3).join('; ')}${dropped.length > 3 ? `; ${dropped.length - 3} more` : ''}`,
        );
    }
    return claims;
  };
}
