/** New values for properties of a value; undefined takes an optional one away. */
export type Patch<T> = { readonly [F in Exclude<keyof T, 'id' | 'kind'>]?: T[F] | undefined };

/** The value with these properties changed; those that are undefined are absent. */
export function patched<T extends object>(value: T, patch: Patch<T>): T {
  const entries = Object.entries({ ...value, ...patch });
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined)) as T;
}
