#!/usr/bin/env python3
"""Draws the pictures of the example pack: python3 docs/pictures/draw.py

A coat of arms with a clear ground (герб.png) and an open book (книга.png), both plain shapes of
a few colours. Only Python's own library; the same files each time.
"""

import math
import os
import struct
import zlib

FOLDER = os.path.join(os.path.dirname(__file__), "../../examples/kamenogorsk/картинки")
FINE = 3  # each dot is the mean of FINE × FINE


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(name, width, height, color, clear=False):
    """Writes the dots that `color` gives for places from 0 to 1: red, green, blue, opacity, the last
    only where the ground is `clear`."""
    rows = []
    for y in range(height):
        row = bytearray([0])
        for x in range(width):
            parts = [
                color((x + (i + 0.5) / FINE) / width, (y + (j + 0.5) / FINE) / height)
                for j in range(FINE)
                for i in range(FINE)
            ]
            opacity = sum(part[3] for part in parts)
            mean = [round(sum(part[k] * part[3] for part in parts) / max(opacity, 1)) for k in range(3)]
            row += bytes([*mean, round(opacity / len(parts))] if clear else mean)
        rows.append(bytes(row))
    head = struct.pack(">IIBBBBB", width, height, 8, 6 if clear else 2, 0, 0, 0)
    data = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b"")
    os.makedirs(FOLDER, exist_ok=True)
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + data)


CLEAR, WHITE, BLUE = (0, 0, 0, 0), (255, 255, 255, 255), (31, 78, 121, 255)
PALE, GOLD = (143, 167, 188, 255), (214, 170, 74, 255)


def in_shield(x, y, edge):
    x, y = abs(x - 0.5), y - 0.02
    if y < edge or x > 0.48 - edge:
        return False
    if y < 0.5:
        return True
    return (x / (0.48 - edge)) ** 2 + ((y - 0.5) / (0.46 - edge)) ** 2 < 1


def arms(x, y):
    """A shield: a hill of stone, a sun above it, a river below."""
    if not in_shield(x, y, 0.0):
        return CLEAR
    if not in_shield(x, y, 0.025):
        return WHITE
    if not in_shield(x, y, 0.045):
        return BLUE
    if y > 0.66:
        return WHITE if math.sin(x * 22) * 0.018 + 0.74 < y < math.sin(x * 22) * 0.018 + 0.79 else BLUE
    for top, left, right in ((0.3, 0.12, 0.62), (0.38, 0.42, 0.86)):
        middle = (left + right) / 2
        slope = (0.66 - top) / (middle - left)
        if y > top + abs(x - middle) * slope:
            return PALE if x > middle else WHITE
    if (x - 0.72) ** 2 + ((y - 0.2) * 1.2) ** 2 < 0.0065:
        return GOLD
    return BLUE


def page(x, y, side):
    """Whether a place lies on the left (-1) or right (1) page; how far down it is, from 0 to 1."""
    across = (x - 0.5) * side
    if not 0.012 < across < 0.4:
        return None
    bend = 0.05 * math.sin(across / 0.4 * math.pi)
    down = (y - 0.28 + bend) / 0.5
    return (across / 0.4, down) if 0 <= down <= 1 else None


def book(x, y):
    """An open book whose lines are read, and the sun of the coat of arms over it."""
    for side in (-1, 1):
        place = page(x, y, side)
        if place:
            across, down = place
            line = (down * 9) % 1
            inside = 0.12 < across < 0.9 and 0.08 < down < 0.92
            ends = across < 0.6 if side == 1 and down > 0.8 else True
            return (PALE if 0.3 < line < 0.52 and inside and ends else WHITE)
        if page(x, y - 0.035, side) or page(x - side * 0.012, y - 0.02, side):
            return BLUE
    if (x - 0.5) ** 2 + ((y - 0.16) * 0.62) ** 2 < 0.0016:
        return GOLD
    return (241, 244, 248, 255)


if __name__ == "__main__":
    png("герб.png", 200, 240, arms, clear=True)
    png("книга.png", 600, 360, book)
