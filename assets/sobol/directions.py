"""Packs the direction numbers of Sobol' points into directions.bin.

Usage: python directions.py new-joe-kuo-6.21201 directions.bin
The table is the authors' own, https://web.maths.unsw.edu.au/~fkuo/sobol/new-joe-kuo-6.21201
(columns d, s, a, m_1 … m_s; the first dimension needs none). What is packed how stands in README.md.
"""

import sys

DIMENSIONS = 8192


def rows(path):
    with open(path, encoding="ascii") as table:
        next(table)
        for line in table:
            _, degree, polynomial, *initial = map(int, line.split())
            yield degree, polynomial, initial


def pack(path):
    bits = []

    def put(value, width):
        assert 0 <= value < 1 << width
        bits.extend(value >> place & 1 for place in range(width))

    for _, (degree, polynomial, initial) in zip(range(DIMENSIONS - 1), rows(path)):
        put(degree, 5)
        put(polynomial, degree - 1)
        for place, number in enumerate(initial):
            assert number & 1 and number < 2 << place
            put(number >> 1, place)
    bits.extend([0] * (-len(bits) % 8))
    return bytes(sum(bit << n for n, bit in enumerate(bits[at : at + 8])) for at in range(0, len(bits), 8))


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with open(target, "wb") as packed:
        packed.write(pack(source))
