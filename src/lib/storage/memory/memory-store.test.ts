import { acceptStorage, type StorageHarness } from '../acceptance';
import { acceptHistory } from '../history/acceptance';
import { acceptVersions } from '../versions/acceptance';
import { createMemoryDatabase } from './memory-store';

function createHarness(): Promise<StorageHarness> {
  const database = createMemoryDatabase();
  return Promise.resolve({
    open: () => database.open(),
    fill() {
      database.refuseWrites({ code: 'full', message: 'No room.' });
      return () => database.refuseWrites(null);
    },
    dispose: () => Promise.resolve()
  });
}

acceptStorage('memory', createHarness);
acceptVersions('memory', createHarness);
acceptHistory('memory', createHarness);
