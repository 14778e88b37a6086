/* Calendar, chance and statistics shared by the three hand-written workloads. Times are minutes. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY 1440.0
#define SHIFT 480.0 /* minutes of work a day */
#define OPENS 540.0 /* 09:00 */
#define ARRIVING (20 * SHIFT)
#define BIN 15.0
#define BINS 65536

/* A permuted congruential generator with a stream for every lead. */
typedef struct {
  uint64_t state;
} Chance;

static inline uint64_t scramble(uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9u;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

static inline Chance chance_of(uint32_t seed, uint32_t lead) {
  return (Chance){scramble(((uint64_t)seed << 32 | lead) + 0x9e3779b97f4a7c15u)};
}

static inline uint32_t next_word(Chance *chance) {
  uint64_t old = chance->state;
  chance->state = old * 6364136223846793005u + 1442695040888963407u;
  uint32_t mixed = (uint32_t)(((old >> 18) ^ old) >> 27);
  uint32_t turn = (uint32_t)(old >> 59);
  return mixed >> turn | mixed << (-turn & 31);
}

static inline double uniform(Chance *chance) { return next_word(chance) * 0x1p-32; }

static inline double triangular(double u, double min, double mode, double max) {
  double turn = (mode - min) / (max - min);
  return u < turn ? min + sqrt(u * (max - min) * (mode - min))
                  : max - sqrt((1 - u) * (max - min) * (max - mode));
}

/* Minutes of work before an instant; instants begin on a Monday at midnight. */
static inline double worked_until(double at) {
  int day = (int)(at / DAY), week = day / 7, weekday = day - 7 * week;
  if (weekday >= 5) return (5 * week + 5) * SHIFT;
  double minute = at - day * DAY - OPENS;
  return (5 * week + weekday) * SHIFT + (minute < 0 ? 0 : minute > SHIFT ? SHIFT : minute);
}

/* The instant at which so many minutes have been worked, in the morning rather than the evening before. */
static inline double instant_of(double worked) {
  int day = (int)(worked / SHIFT), week = day / 5;
  return (7 * week + day - 5 * week) * DAY + OPENS + (worked - day * SHIFT);
}

/* The instant that lies `over` minutes after closing time, where `worked` is the end of a day. */
static inline double instant_after(double worked, double over) {
  return over > 0 ? instant_of(worked - SHIFT) + SHIFT + over : instant_of(worked);
}

typedef struct {
  uint32_t bins[BINS];
  double sum;
  uint32_t count;
} Times;

static inline void add_time(Times *times, double minutes) {
  uint32_t bin = (uint32_t)(minutes * (1 / BIN));
  times->bins[bin < BINS ? bin : BINS - 1]++;
  times->sum += minutes;
  times->count++;
}

static double percentile(const Times *times, double share) {
  double rank = share * times->count, before = 0;
  for (int bin = 0; bin < BINS; bin++) {
    double here = times->bins[bin];
    if (here > 0 && before + here >= rank) return (bin + (rank - before) / here) * BIN;
    before += here;
  }
  return BINS * BIN;
}
