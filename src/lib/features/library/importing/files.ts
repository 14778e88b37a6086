/** Lets the person choose cadence files; nothing happens when she chooses none. */
export function chooseFiles(onchoose: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,.bpmn,.xml,application/json,application/xml,text/xml';
  input.multiple = true;
  input.addEventListener('change', () => onchoose([...(input.files ?? [])]));
  input.click();
}
