import { acceptStorage } from '../acceptance';
import { createMemoryDatabase } from './memory-store';

acceptStorage('memory', () => {
  const database = createMemoryDatabase();
  return Promise.resolve({
    open: () => database.open(),
    fill() {
      database.refuseWrites({ code: 'full', message: 'No room.' });
      return () => database.refuseWrites(null);
    },
    dispose: () => Promise.resolve()
  });
});
