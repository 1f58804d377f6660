package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    private static final long SIZE = 1000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,1,bytes 0-0/1000",
        "bytes=0-499,0,500,bytes 0-499/1000",
        "bytes=500-,500,500,bytes 500-999/1000",
        "bytes=-200,800,200,bytes 800-999/1000",
        "bytes=-5000,0,1000,bytes 0-999/1000",
        "bytes=900-5000,900,100,bytes 900-999/1000",
        "' bytes=999-999 ',999,1,bytes 999-999/1000"
    })
    void readsOneRange(String header, long offset, long length, String content) {
        var range = ByteRange.of(header, SIZE).orElseThrow();
        assertThat(range).isEqualTo(new ByteRange(offset, length));
        assertThat(range.header(SIZE)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
    void findsNothingPastTheEnd(String header) {
        assertThat(ByteRange.of(header, SIZE)).contains(ByteRange.UNSATISFIABLE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=-",
                "bytes=5-4",
                "bytes=0-1,5-9",
                "bytes=a-b",
                "items=0-1",
                "bytes=0-1 x",
                "bytes=9999999999999999999-"
            })
    void servesTheWholeFileForWhatItDoesNotUnderstand(@Nullable String h) {
        assertThat(ByteRange.of(h, SIZE)).isEmpty();
    }
}
