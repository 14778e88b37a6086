import type { Edit, Parameter } from '$lib/domain';
import type { OptimizerResult, OptimizerSettings } from '$lib/worker/protocol';

type Values = NonNullable<OptimizerResult['finalists'][number]['values']>;

/** Each gap from so many of its units shorter, but not below 0, to so many longer. */
export function spaceAround(
  parameters: readonly Parameter[],
  reach: number
): OptimizerSettings['space'] {
  return parameters.map(({ id, duration }) => {
    const least = Math.max(0, duration.amount - reach);
    const many = duration.amount + reach - least + 1;
    return {
      name: id,
      values: Array.from({ length: many }, (_, at) => ({ ...duration, amount: least + at }))
    };
  });
}

/** Sets the gaps as one edit of the cadence. */
export function settingsEdit(parameters: readonly Parameter[], values: Values): Edit {
  return {
    kind: 'updateCadence',
    fields: {
      parameters: parameters.map((parameter) => {
        const value = values[parameter.id];
        if (value === undefined) return parameter;
        const duration =
          typeof value === 'number' ? { ...parameter.duration, amount: value } : value;
        return { ...parameter, duration };
      })
    }
  };
}
