package io.videojob.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A prompt that comes through a pipe. */
final class StandardInput {
    private StandardInput() {}

    /**
     * All of it, as text.
     *
     * @throws UsageException if it can't be read, or is no UTF-8: replacement letters would be paid for as such
     */
    static String text() {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(System.in.readAllBytes());
        } catch (IOException e) {
            throw new UsageException("the prompt can't be read from standard input: " + e.getMessage());
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer letters = CharBuffer.allocate(bytes.remaining());
        CoderResult result = utf8.decode(bytes, letters, true);
        if (result.isError()) {
            throw new UsageException(
                    "the prompt on standard input is not UTF-8: byte " + (bytes.position() + 1) + " is 0x"
                            + String.format("%02x", bytes.get(bytes.position()))
                            + "; convert it, such as with iconv -f latin1 -t utf-8");
        }
        return letters.flip().toString().strip();
    }
}
