#!/usr/bin/env python3
"""measure.py CPU_SECONDS MEGABYTES COMMAND... - run COMMAND and say what it cost.

Prints CPU seconds (user and system, all threads and waited-for children), wall seconds and the peak of resident
memory of its largest process. Status 1 when a limit is passed, else COMMAND's own."""
import resource
import subprocess
import sys
import time

cpu_limit, memory_limit = float(sys.argv[1]), float(sys.argv[2])
start = time.monotonic()
status = subprocess.run(sys.argv[3:], stdin=subprocess.DEVNULL).returncode
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
print(f"cpu {cpu:.2f} s (limit {cpu_limit:g}), wall {wall:.2f} s, peak memory {memory:.0f} MB (limit {memory_limit:g})")
if status == 0 and (cpu > cpu_limit or memory > memory_limit):
    print("over the limit")
    status = 1
sys.exit(status if status >= 0 else 128 - status)
