const DEVICE_ONLY = '_local/';

/** Documents about this browser itself: readable by id, never listed, watched or sent anywhere. */
export function isDeviceOnly(id: string): boolean {
  return id.startsWith(DEVICE_ONLY);
}

export function deviceOnlyId(name: string): string {
  return DEVICE_ONLY + name;
}
