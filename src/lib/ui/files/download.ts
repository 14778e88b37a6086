/** What is saved: a text, JSON unless it says otherwise, or bytes. */
export type Download =
  | { readonly name: string; readonly text: string; readonly type?: string }
  | { readonly name: string; readonly blob: Blob };

/** Saves something outside the app, as the browser saves downloads. */
export function download(file: Download): void {
  const blob =
    'blob' in file ? file.blob : new Blob([file.text], { type: file.type ?? 'application/json' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser has begun to read it by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
