// SPDX-License-Identifier: GPL-3.0-or-later
import { ed25519 } from '@noble/curves/ed25519.js';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BadPoint } from './ecdh.ts';
import { bigIntToLittleEndian, littleEndianToBigInt } from '../bytes/numbers.ts';

/** Order of the prime-order subgroup of Ed25519. */
export const GROUP_ORDER: bigint = ed25519.Point.CURVE().n;

/** A point of the Ed25519 curve. */
export type Point = InstanceType<typeof ed25519.Point>;

/** Reads a compressed point that belongs to the prime-order subgroup and is not its neutral element. */
export const parsePoint = (bytes: Uint8Array): Result<Point, BadPoint> => {
  try {
    const point = ed25519.Point.fromBytes(bytes);
    return point.isTorsionFree() && !point.is0() ? ok(point) : err({ kind: 'bad-point' });
  } catch {
    // The library throws for bytes that are no point of the curve.
    return err({ kind: 'bad-point' });
  }
};

/** The scalar (any size, reduced) times the base point, in constant time. */
export const timesBase = (scalar: bigint): Point => times(ed25519.Point.BASE, scalar);

/** The scalar (any size, reduced) times a point of the prime-order subgroup, in constant time. */
export const times = (point: Point, scalar: bigint): Point => {
  const reduced = scalar % GROUP_ORDER;
  return reduced === 0n ? ed25519.Point.ZERO : point.multiply(reduced);
};

/** Sets and clears the bits that make 32 bytes an X25519 or Ed25519 scalar. */
export const clamp = (bytes: Uint8Array): Uint8Array => {
  const clamped = bytes.slice();
  clamped[0] = (clamped[0] ?? 0) & 248;
  clamped[31] = ((clamped[31] ?? 0) & 127) | 64;
  return clamped;
};

/** The 32-byte little-endian form of a scalar, reduced. */
export const scalarToBytes = (scalar: bigint): Uint8Array => bigIntToLittleEndian(scalar % GROUP_ORDER, 32);

/** The number a 32-byte (or longer) little-endian scalar stands for, not reduced. */
export const bytesToScalar = (bytes: Uint8Array): bigint => littleEndianToBigInt(bytes);
