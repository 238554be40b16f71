package org.genryu.core.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// What is read is what was written, bit by bit, and nothing that was not. Rung: by hand, and laws.
class BinaryReaderTest {
    private static final double[] ODD = {
        -0.0,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.longBitsToDouble(0x7ff8000000000001L),
        Math.nextUp(1.0),
    };

    private static byte[] written(FileCache.Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryWriter to = new BinaryWriter(bytes);
        content.write(to);
        to.flush();
        assertThat(to.written()).isEqualTo(bytes.size());
        return bytes.toByteArray();
    }

    private static void all(BinaryWriter to) throws IOException {
        to.number(-7);
        to.number(1L << 40);
        to.number(0.1);
        to.text("鉱石 \ud83d\ude00");
        to.numbers(new int[] {3, -1, 0});
        to.numbers(ODD);
        to.table(new double[][] {{1}, {}, {2, 3}});
        to.bits(BitSet.valueOf(new long[] {5, 0, 9}));
        to.list(List.of("a", ""), BinaryWriter::text);
    }

    @Test
    void everythingMustComeBackBitByBit() throws IOException {
        BinaryReader from = new BinaryReader(written(BinaryReaderTest::all));
        assertThat(from.number()).isEqualTo(-7);
        assertThat(from.wideNumber()).isEqualTo(1L << 40);
        assertThat(from.real()).isEqualTo(0.1);
        assertThat(from.text()).isEqualTo("鉱石 \ud83d\ude00");
        assertThat(from.numbers()).containsExactly(3, -1, 0);
        assertThat(Arrays.stream(from.reals()).mapToLong(Double::doubleToRawLongBits))
                .containsExactlyElementsOf(Arrays.stream(ODD)
                        .mapToLong(Double::doubleToRawLongBits)
                        .boxed()
                        .toList());
        assertThat(from.table()).isDeepEqualTo(new double[][] {{1}, {}, {2, 3}});
        assertThat(from.bits()).isEqualTo(BitSet.valueOf(new long[] {5, 0, 9}));
        assertThat(from.list(BinaryReader::text)).containsExactly("a", "");
        from.end();
    }

    @Test
    void aLongTextMustComeBack() throws IOException {
        String text = "流".repeat(100_000);
        assertThat(new BinaryReader(written(to -> to.text(text))).text()).isEqualTo(text);
    }

    @Test
    void aLengthMustBeHeldAgainstWhatIsLeft() {
        for (int length : new int[] {2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            byte[] bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(length)
                    .array();
            assertThatThrownBy(() -> new BinaryReader(bytes).reals()).isInstanceOf(DamagedContent.class);
            assertThatThrownBy(() -> new BinaryReader(bytes).bits()).isInstanceOf(DamagedContent.class);
        }
    }

    /// Only the end of what is there, and no other trouble, may end a reading of any bytes.
    @Test
    void anyBytesMustBeReadOrRefused() {
        Law.of(5, 400).holds(input -> {
            byte[] bytes = new byte[input.whole("length", 0, 60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) input.whole("byte", 0, 5);
            }
            BinaryReader from = new BinaryReader(bytes);
            try {
                from.list(BinaryReader::text);
                from.numbers();
                from.table();
                from.bits();
                from.end();
            } catch (DamagedContent refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }
}
