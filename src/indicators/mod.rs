//! Named figures: exact decimals with units, bound to cells or computed from others.
