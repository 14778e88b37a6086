import { hlcOf, type CadenceId, type Publication, type VersionId } from '$lib/domain';

export function versionDocumentId(cadence: CadenceId, version: VersionId): string {
  return `${versionPrefix(cadence)}${version}`;
}

export function versionPrefix(cadence: CadenceId): string {
  return `v:${cadence}:`;
}

/** Ids stand in the order of their instants; two versions of one instant have one each. */
export function publicationDocumentId({ cadence, version, at }: Publication): string {
  const [instant = ''] = hlcOf(at, 0).split('-');
  return `${publicationPrefix(cadence)}${instant}:${version}`;
}

export function publicationPrefix(cadence: CadenceId): string {
  return `p:${cadence}:`;
}

export function nameDocumentId(cadence: CadenceId, version: VersionId): string {
  return `${namePrefix(cadence)}${version}`;
}

export function namePrefix(cadence: CadenceId): string {
  return `n:${cadence}:`;
}
