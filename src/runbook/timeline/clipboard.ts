/** Some browsers inside of chat tools neither write nor refuse. Short enough that the old way may still be used for the same tap. */
const patience = 800;

/** @returns whether the text is in the clipboard now. */
export async function writeClipboard(text: string): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(reject, patience);
  });
  try {
    await Promise.race([navigator.clipboard.writeText(text), late]);
    return true;
  } catch {
    return writeByHand(text);
  } finally {
    clearTimeout(timer);
  }
}

/** Without HTTPS, and in a file, there is no clipboard to write to: the old way still works there. */
function writeByHand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({preventScroll: true});
  }
}
