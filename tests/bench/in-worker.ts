import { measure, type Job } from './measure';

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  postMessage(measure(data));
});
