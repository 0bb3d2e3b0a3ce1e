// A line to copy must have the whole address of its card; a page that does not know where it stands takes it from the browser.
for (const line of document.querySelectorAll<HTMLElement>('[data-embed]')) {
  const address = line.dataset.embed!;
  line.textContent = line.textContent.replace(address, new URL(address, location.href).href);
}
