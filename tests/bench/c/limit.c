/*
 * The reference workloads written by hand for this machine alone, as fast as plain C gets:
 * `limit six-step-a|six-step-b|order-loop LEADS RUNS` prints one line of JSON.
 */
#include "six-step.h"
#include <time.h>

static Times loop_times;
static uint32_t refunded, kept;

static void order_loop(uint32_t leads, uint32_t seed) {
  double share = ARRIVING / leads;
  memset(&loop_times, 0, sizeof loop_times);
  refunded = kept = 0;
  for (uint32_t i = 0; i < leads; i++) {
    Chance chance = chance_of(seed, i);
    double arrived = instant_of((i + uniform(&chance)) * share), at = arrived;
    for (;;) {
      at = instant_of(worked_until(at) + triangular(uniform(&chance), 240, 480, 960));
      at += 2 * DAY + uniform(&chance) * 3 * DAY;
      if (uniform(&chance) < .3) {
        at += DAY + uniform(&chance) * 9 * DAY;
        at += 2 * DAY + uniform(&chance) * 3 * DAY;
        at = instant_of(worked_until(at) + triangular(uniform(&chance), 10, 20, 60));
        if (uniform(&chance) < .4) {
          refunded++;
          break;
        }
      } else if (uniform(&chance) < .5) {
        at -= 15 * DAY * log(1 - uniform(&chance));
      } else {
        kept++;
        break;
      }
    }
    add_time(&loop_times, at - arrived);
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec * 1e-6;
}

int main(int count, char **words) {
  if (count < 4) return 2;
  const char *name = words[1];
  uint32_t leads = (uint32_t)atol(words[2]), runs = (uint32_t)atol(words[3]);
  int is_loop = !strcmp(name, "order-loop");
  printf("{\"times\":[");
  for (uint32_t run = 0; run < runs; run++) {
    double began = now();
    if (is_loop) order_loop(leads, run + 1);
    else if (!strcmp(name, "six-step-b")) six_step_b(leads, run + 1);
    else six_step_a(leads, run + 1);
    printf("%s%.4f", run ? "," : "", now() - began);
  }
  const Times *times = is_loop ? &loop_times : &six.cycle;
  double good = kept;
  if (!is_loop) for (int k = 0; k < 6; k++) good += six.interested[k];
  printf("],\"good\":%.9g,\"mean\":%.9g,\"p50\":%.9g,\"p90\":%.9g,\"talk\":%.9g,\"delay\":%.9g}\n",
         good / leads, times->sum / times->count, percentile(times, .5), percentile(times, .9),
         six.talk / leads, six.delay / leads);
  return 0;
}
