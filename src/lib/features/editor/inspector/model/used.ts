import type { Cadence, Slug } from '$lib/domain';

export function isRoleUsed({ nodes }: Cadence, id: Slug): boolean {
  return holds(nodes, (key, value) => key === 'role' && value === id);
}

export function isDispositionUsed({ nodes, handlers }: Cadence, id: Slug): boolean {
  const lists = new Set(['dispositions', 'routes', 'until']);
  return holds({ nodes, handlers }, (key, value) =>
    lists.has(key)
      ? Array.isArray(value) && value.includes(id)
      : key === 'disposition' && value === id
  );
}

function holds(value: unknown, test: (key: string, value: unknown) => boolean): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, part]) => test(key, part) || holds(part, test));
}
