"""The reference workloads as SimPy processes: `simpy_workloads.py NAME LEADS RUNS` prints one line of JSON."""

import json
import math
import random
import sys
import time

import simpy

DAY, SHIFT, OPENS = 1440.0, 480.0, 540.0
CHANCES = [(0.03, 0.02), (0.08, 0.07), (0.06, 0.06), (0.05, 0.05), (0.02, 0.03), (0.05, 0.10)]
GAPS = [1, 2, 2, 3, 2, 0]
CALLS = [False, True, True, True, False, True]


def worked_until(at):
    day = int(at // DAY)
    week, weekday = divmod(day, 7)
    if weekday >= 5:
        return (5 * week + 5) * SHIFT
    return (5 * week + weekday) * SHIFT + min(SHIFT, max(0.0, at - day * DAY - OPENS))


def instant_of(worked):
    day = int(worked // SHIFT)
    week, weekday = divmod(day, 5)
    return (7 * week + weekday) * DAY + OPENS + worked - day * SHIFT


def opening(at):
    """The instant itself during working hours, else the next morning."""
    day = int(at // DAY)
    minute = at - day * DAY
    if day % 7 < 5 and OPENS <= minute < OPENS + SHIFT:
        return at
    return instant_of(worked_until(at))


class Found:
    def __init__(self):
        self.good = 0
        self.times = []

    def end(self, good, minutes):
        self.good += good
        self.times.append(minutes)


def six_step_lead(env, found, people):
    arrived = env.now
    good = False
    for touch, (interested, refuses) in enumerate(CHANCES):
        if CALLS[touch]:
            length = random.triangular(3, 15, 6)
            if people is None:
                yield env.timeout(length)
            else:
                with people.request() as asked:
                    yield asked
                    yield env.timeout(opening(env.now) - env.now)
                    yield env.timeout(length)
        luck = random.random()
        good = luck < interested
        if luck < interested + refuses or touch == 5:
            break
        due = worked_until(env.now) + GAPS[touch] * SHIFT + random.random() * 120
        yield env.timeout(instant_of(due) - env.now)
    found.end(good, env.now - arrived)


def order_lead(env, found, _people):
    arrived = env.now
    while True:
        picked = worked_until(env.now) + random.triangular(240, 960, 480)
        yield env.timeout(instant_of(picked) - env.now)
        yield env.timeout(random.uniform(2, 5) * DAY)
        if random.random() < 0.3:
            yield env.timeout(random.uniform(1, 10) * DAY)
            yield env.timeout(random.uniform(2, 5) * DAY)
            inspected = worked_until(env.now) + random.triangular(10, 60, 20)
            yield env.timeout(instant_of(inspected) - env.now)
            if random.random() < 0.4:
                return found.end(False, env.now - arrived)
        elif random.random() < 0.5:
            yield env.timeout(-15 * DAY * math.log(1 - random.random()))
        else:
            return found.end(True, env.now - arrived)


def arrivals(env, leads, found, people, lead):
    share = 20 * SHIFT / leads
    for index in range(leads):
        yield env.timeout(max(0.0, instant_of((index + random.random()) * share) - env.now))
        env.process(lead(env, found, people))


def run(name, leads):
    env = simpy.Environment()
    found = Found()
    people = simpy.Resource(env, max(1, round(leads / 400))) if name == "six-step-b" else None
    lead = order_lead if name == "order-loop" else six_step_lead
    env.process(arrivals(env, leads, found, people, lead))
    env.run()
    found.times.sort()
    return found


def main():
    name, leads, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    times = []
    for seed in range(runs):
        random.seed(seed + 1)
        began = time.perf_counter()
        found = run(name, leads)
        times.append((time.perf_counter() - began) * 1000)
    mean = sum(found.times) / leads
    print(json.dumps({"times": times, "good": found.good / leads, "mean": mean}))


main()
