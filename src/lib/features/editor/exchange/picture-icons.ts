import { mount, unmount } from 'svelte';
import type { CadenceNode } from '$lib/domain';
import { iconOf, type IconKey, type Icons } from '$lib/exchange';
import { StepIcon } from '$lib/features/steps';

/** The icons of these steps as markup, taken from the very components that draw them on the canvas. */
export function iconsOf(nodes: readonly CadenceNode[]): Icons {
  const icons: Partial<Record<IconKey, string>> = {};
  for (const node of nodes) {
    const key = iconOf(node);
    icons[key] ??= markupOf(node);
  }
  return icons;
}

function markupOf(node: CadenceNode): string {
  const host = document.createElement('div');
  const icon = mount(StepIcon, { target: host, props: { node } });
  const serializer = new XMLSerializer();
  const shapes = [...(host.querySelector('svg')?.children ?? [])];
  const markup = shapes.map((shape) => serializer.serializeToString(shape)).join('');
  void unmount(icon);
  return markup.replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
}
