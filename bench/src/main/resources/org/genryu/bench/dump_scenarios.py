"""Writes a case's LP and the factors of scenarios as one binary file, so that two programs solve the very same ones.

    dump_scenarios.py PEERS CASE SCENARIOS FILE

PEERS is the folder that holds `lpcase.py` and `peer_ensemble.py`. Little-endian 4-byte whole numbers: columns, rows,
entries, periods, processes, arcs, stocks, demands, scenarios; column starts; row of each entry; row of each demand. Then
8-byte reals: entries, cost, lower, upper, side; and for each scenario the factors of capacity by process, of capacity by
arc, of cost by process, of cost by arc, of demand by demand.
"""
import sys

import numpy as np

sys.path.insert(0, sys.argv[1])
import lpcase  # noqa: E402
import peer_ensemble  # noqa: E402

case = lpcase.read_case(sys.argv[2])
lp = lpcase.build(case)
scenarios = peer_ensemble.Scenarios(case)
count = int(sys.argv[3])
with open(sys.argv[4], "wb") as out:
    head = [lp.columns, lp.rows, lp.nonzeros, lp.periods, len(case.processes), len(case.arcs), len(case.stocks),
            len(case.demands), count]
    for part in (head, lp.matrix.indptr, lp.matrix.indices, lp.short_row):
        out.write(np.asarray(part, "<i4").tobytes())
    for part in (lp.matrix.data, lp.cost, lp.lower, lp.upper, lp.side):
        out.write(np.asarray(part, "<f8").tobytes())
    for i in range(count):
        for part in scenarios.draw(i):
            out.write(np.asarray(part, "<f8").tobytes())
