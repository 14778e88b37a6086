/* Six touches with growing gaps, with and without people who are short. */
#include "common.h"

static const double INTERESTED[6] = {.03, .08, .06, .05, .02, .05};
static const double REFUSES[6] = {.02, .07, .06, .05, .03, .10};
static const double GAP[6] = {480, 960, 960, 1440, 960, 0};
static const int IS_CALL[6] = {0, 1, 1, 1, 0, 1};

typedef struct {
  uint32_t reached[6], interested[6], refused[6];
  double talk, delay, last;
  Times cycle;
} SixStep;

static SixStep six;
static uint32_t yes[6], no[6];

static void begin_six(void) {
  memset(&six, 0, sizeof six);
  for (int k = 0; k < 6; k++) {
    yes[k] = (uint32_t)(INTERESTED[k] * 0x1p32);
    no[k] = (uint32_t)((INTERESTED[k] + REFUSES[k]) * 0x1p32);
  }
}

static inline void end_six(double arrived, double worked, double over) {
  double at = instant_after(worked, over);
  if (at > six.last) six.last = at;
  add_time(&six.cycle, at - arrived);
}

/* Whether the lead's way is over with touch `k`. */
static inline int decided(Chance *chance, int k) {
  uint32_t u = next_word(chance);
  six.reached[k]++;
  if (u < yes[k]) return six.interested[k]++, 1;
  if (u < no[k]) return six.refused[k]++, 1;
  return 0;
}

/* A call that begins at `worked` ends at the value returned, `over` minutes after hours. */
static inline double call(Chance *chance, double worked, double *over) {
  double length = triangular(uniform(chance), 3, 6, 15);
  double closes = ((int)(worked / SHIFT) + 1) * SHIFT, end = worked + length;
  six.talk += length;
  *over = end > closes ? end - closes : 0;
  return end - *over;
}

static void six_step_a(uint32_t leads, uint32_t seed) {
  begin_six();
  double share = ARRIVING / leads;
  for (uint32_t i = 0; i < leads; i++) {
    Chance chance = chance_of(seed, i);
    double worked = (i + uniform(&chance)) * share, over = 0, arrived = instant_of(worked);
#define TOUCH(k)                                                                                 \
  if (decided(&chance, k) || k == 5) goto end;                                                  \
  worked += GAP[k] + uniform(&chance) * 120;                                                     \
  over = 0;
#define CALL worked = call(&chance, worked, &over);
    TOUCH(0) CALL TOUCH(1) CALL TOUCH(2) CALL TOUCH(3) TOUCH(4) CALL TOUCH(5)
  end:
    end_six(arrived, worked, over);
  }
}

/* A lead on its way to the next call: calls are all that leads have in common. */
typedef struct {
  double due, arrived;
  Chance chance;
  int32_t next;
  int32_t k;
} Waiting;

/* Goes on from the end of touch `k` to the next call; 0: there is none. */
static inline int to_call(Waiting *lead, double worked, double over) {
  for (int k = lead->k;;) {
    if (decided(&lead->chance, k) || k == 5) return end_six(lead->arrived, worked, over), 0;
    worked += GAP[k] + uniform(&lead->chance) * 120;
    over = 0;
    if (!IS_CALL[++k]) continue;
    lead->k = k;
    lead->due = worked;
    return 1;
  }
}

/* Whoever is free first takes the call; `free_at` is a heap of when they are. */
static inline double first_free(double *free_at, uint32_t people, double due, Chance *chance,
                                double *over) {
  double start = due > free_at[0] ? due : free_at[0];
  if (start > due) six.delay += instant_of(start) - instant_of(due);
  double end = call(chance, start, over);
  uint32_t at = 0;
  for (uint32_t child; (child = 2 * at + 1) < people; at = child) {
    child += child + 1 < people && free_at[child + 1] < free_at[child];
    if (free_at[child] >= end) break;
    free_at[at] = free_at[child];
  }
  free_at[at] = end;
  return end;
}

/* Calls in the order in which they are due: buckets of time, each sorted when its turn comes. */
static void six_step_b(uint32_t leads, uint32_t seed) {
  begin_six();
  uint32_t people = leads / 400 < 1 ? 1 : (leads + 200) / 400;
  double share = ARRIVING / leads, width = 20000.0 / leads;
  width = width > 60 ? 60 : width < 0.05 ? 0.05 : width;
  uint32_t buckets = (uint32_t)(40000 / width) + 1, left = 0, came = 0;
  double *free_at = calloc(people, sizeof *free_at);
  int32_t *head = malloc(buckets * sizeof *head);
  Waiting *all = malloc(leads * sizeof *all);
  static int32_t row[1 << 20];
  memset(head, 0xff, buckets * sizeof *head);
#define PARK(lead, index)                                                                        \
  {                                                                                              \
    uint32_t place = (uint32_t)((lead)->due / width);                                            \
    place = place < buckets ? place : buckets - 1;                                               \
    (lead)->next = head[place];                                                                  \
    head[place] = (int32_t)(index);                                                              \
  }
  Chance first = chance_of(seed, 0);
  double worked = uniform(&first) * share;
  for (uint32_t bucket = 0; left > 0 || came < leads; bucket++) {
    for (double until = (bucket + 1) * width; came < leads && worked < until;) {
      Waiting *lead = &all[came];
      *lead = (Waiting){0, instant_of(worked), first, -1, 0};
      if (to_call(lead, worked, 0)) {
        left++;
        PARK(lead, came)
      }
      if (++came == leads) break;
      first = chance_of(seed, came);
      worked = (came + uniform(&first)) * share;
    }
    uint32_t size = 0;
    for (int32_t i = head[bucket]; i >= 0; i = all[i].next) {
      uint32_t at = size++;
      for (; at > 0 && all[row[at - 1]].due > all[i].due; at--) row[at] = row[at - 1];
      row[at] = i;
    }
    for (uint32_t i = 0; i < size; i++) {
      Waiting *lead = &all[row[i]];
      double over, end = first_free(free_at, people, lead->due, &lead->chance, &over);
      if (to_call(lead, end, over)) PARK(lead, row[i])
      else left--;
    }
  }
  free(all);
  free(head);
  free(free_at);
}
