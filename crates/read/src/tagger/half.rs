//! Half-precision numbers of 4-bit blocks.

/// A float16 (IEEE 754 binary16), little-endian, as f32: exact.
pub(crate) fn f16_to_f32(bytes: [u8; 2]) -> f32 {
    let bits = u32::from(u16::from_le_bytes(bytes));
    let (sign, exponent, fraction) = ((bits & 0x8000) << 16, bits >> 10 & 31, bits & 0x3ff);
    let magnitude = match exponent {
        // Below the smallest normal number a half is its fraction times 2⁻²⁴, which f32 can hold.
        0 => (fraction as f32 * (1.0 / 16_777_216.0)).to_bits(),
        31 => 0x7f80_0000 | fraction << 13,
        _ => (exponent + 112) << 23 | fraction << 13,
    };
    f32::from_bits(sign | magnitude)
}

#[cfg(test)]
mod tests {
    use super::f16_to_f32;

    #[test]
    fn halves_are_exact() {
        for (bits, value) in [
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x7bff, 65504.0),
            (0x0001, 5.960_464_5e-8),
            (0x0400, 6.103_515_6e-5),
            (0, 0.0),
        ] {
            assert_eq!(f16_to_f32(u16::to_le_bytes(bits)), value, "{bits:x}");
        }
        assert_eq!(f16_to_f32([0, 0x7c]), f32::INFINITY);
        assert!(f16_to_f32([1, 0x7c]).is_nan());
    }
}
