package trastienda.server.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes a confronta as a Word 97 document: an OLE2 file ([MS-CFB]) with the streams
/// `WordDocument` and `1Table` ([MS-DOC]), plain paragraphs in one font and style.
@SuppressWarnings("ByteBufferBackingArray") // every buffer here comes from allocate
final class OldWordPaper {
    private static final int SECTOR = 512;
    private static final int TEXT_AT = 0x600;
    private static final int NONE = -1;
    private static final int END = -2;
    private static final int FAT = -3;

    private OldWordPaper() {}

    static byte[] write(DemoPaper paper) {
        var text = paragraphs(paper);
        var fib = ByteBuffer.allocate(TEXT_AT).order(ByteOrder.LITTLE_ENDIAN);
        var letters = String.join("", text).getBytes(StandardCharsets.UTF_16LE);
        var textEnd = TEXT_AT + letters.length;
        var runsAt = (textEnd + SECTOR - 1) / SECTOR;
        var table = table(letters.length / 2, textEnd, runsAt, fib);
        header(fib, letters.length / 2, textEnd);

        var main = ByteBuffer.allocate((runsAt + 2) * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        main.put(fib.array()).put(letters);
        main.position(runsAt * SECTOR);
        main.put(characterRuns(textEnd)).put(paragraphRuns(text));
        return compound(main.array(), table);
    }

    private static List<String> paragraphs(DemoPaper paper) {
        var text = new ArrayList<String>();
        text.add(DemoPaper.CODE);
        text.add(DemoPaper.TITLE);
        text.add(paper.fecha());
        text.add("");
        for (var row : paper.lines()) {
            text.add(row.label() + ":\t" + row.value());
        }
        text.add("");
        text.add(String.join(" ", DemoPaper.CONSENT));
        text.add("");
        text.add("Firma del titular: ______________________");
        text.add(paper.llamada());
        text.replaceAll(paragraph -> paragraph + "\r");
        return text;
    }

    /// The FIB: what the file is, how long its text is; the places of the table's parts were put in
    /// by [#table].
    private static void header(ByteBuffer fib, int characters, int textEnd) {
        fib.putShort(0, (short) 0xA5EC).putShort(2, (short) 0x00C1).putShort(6, (short) 0x240A);
        fib.putShort(10, (short) 0x1200); // the table stream is 1Table; characters are Unicode
        fib.putShort(12, (short) 0x00BF);
        fib.putInt(24, TEXT_AT).putInt(28, textEnd);
        fib.putShort(32, (short) 14).putShort(60, (short) 0x240A);
        fib.putShort(62, (short) 22).putInt(64, textEnd).putInt(76, characters);
        fib.putShort(152, (short) 0x5D);
    }

    private static byte[] table(int characters, int textEnd, int runsAt, ByteBuffer fib) {
        var out = ByteBuffer.allocate(8 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        place(fib, out, 1, styles());
        place(fib, out, 6, section(characters));
        place(fib, out, 12, bin(textEnd, runsAt));
        place(fib, out, 13, bin(textEnd, runsAt + 1));
        place(fib, out, 15, fonts());
        place(fib, out, 31, settings());
        place(fib, out, 33, pieces(characters));
        return out.array();
    }

    /// Appends a part to the table and writes its place into the FIB's pair of that number.
    private static void place(ByteBuffer fib, ByteBuffer out, int pair, ByteBuffer part) {
        fib.putInt(154 + pair * 8, out.position()).putInt(158 + pair * 8, part.capacity());
        out.put(part.array());
        out.position((out.position() + 3) / 4 * 4);
    }

    private static ByteBuffer styles() {
        var name = "Normal".getBytes(StandardCharsets.UTF_16LE);
        var style = 10 + 2 + name.length + 2 + 4 + 2;
        var out = little(2 + 18 + 2 + style + 14 * 2);
        out.putShort((short) 18).putShort((short) 15).putShort((short) 10).putShort((short) 1);
        out.putShort((short) 0x5B).putShort((short) 15).putShort((short) 0);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        out.putShort((short) style);
        out.putShort((short) 0); // sti of Normal
        out.putShort((short) 0xFFF1); // a paragraph style based on nothing
        out.putShort((short) 2).putShort((short) style).putShort((short) 0);
        out.putShort((short) 6).put(name).putShort((short) 0);
        out.putShort((short) 2).putShort((short) 0); // paragraph: itself
        out.putShort((short) 0); // characters: as they are
        return out;
    }

    private static ByteBuffer section(int characters) {
        var out = little(20);
        out.putInt(0).putInt(characters).putShort((short) 0).putInt(NONE);
        return out;
    }

    private static ByteBuffer bin(int textEnd, int page) {
        return little(12).putInt(TEXT_AT).putInt(textEnd).putInt(page);
    }

    private static ByteBuffer fonts() {
        var name = "Arial\0".getBytes(StandardCharsets.UTF_16LE);
        var font = 39 + name.length;
        var out = little(4 + 1 + font);
        out.putShort((short) 1).putShort((short) 0).put((byte) font);
        out.put((byte) 0x26).putShort((short) 400).put((byte) 0).put((byte) 0);
        out.position(out.position() + 34).put(name);
        return out;
    }

    private static ByteBuffer settings() {
        return little(500).putShort(10, (short) 720);
    }

    private static ByteBuffer pieces(int characters) {
        var out = little(21);
        out.put((byte) 2).putInt(16).putInt(0).putInt(characters);
        out.putShort((short) 0).putInt(TEXT_AT).putShort((short) 0);
        return out;
    }

    private static byte[] characterRuns(int textEnd) {
        return little(SECTOR).putInt(TEXT_AT).putInt(textEnd).put(SECTOR - 1, (byte) 1).array();
    }

    private static byte[] paragraphRuns(List<String> text) {
        var out = little(SECTOR).put(SECTOR - 1, (byte) text.size());
        var at = TEXT_AT;
        out.putInt(at);
        for (var paragraph : text) {
            at += paragraph.length() * 2;
            out.putInt(at);
        }
        return out.array();
    }

    /// Both streams in one OLE2 file: header, allocation table, directory, then their sectors. Each
    /// stream is at least 4096 bytes, so that no mini stream is needed.
    private static byte[] compound(byte[] main, byte[] table) {
        var mainSectors = Math.max(8, (main.length + SECTOR - 1) / SECTOR);
        var tableSectors = Math.max(8, (table.length + SECTOR - 1) / SECTOR);
        var out = little(SECTOR * (3 + mainSectors + tableSectors));
        out.putLong(0xE11AB1A1E011CFD0L).position(24);
        out.putShort((short) 0x3E).putShort((short) 3).putShort((short) 0xFFFE);
        out.putShort((short) 9).putShort((short) 6).position(44);
        out.putInt(1).putInt(1).putInt(0).putInt(4096).putInt(END).putInt(0).putInt(END).putInt(0);
        out.putInt(0);
        while (out.position() < SECTOR) {
            out.putInt(NONE);
        }
        out.putInt(FAT).putInt(END);
        chain(out, 2, mainSectors);
        chain(out, 2 + mainSectors, tableSectors);
        while (out.position() < 2 * SECTOR) {
            out.putInt(NONE);
        }
        entry(out, "Root Entry", 5, NONE, 1, END, 0);
        entry(out, "1Table", 2, 2, NONE, 2 + mainSectors, tableSectors * SECTOR);
        entry(out, "WordDocument", 2, NONE, NONE, 2, mainSectors * SECTOR);
        entry(out, "", 0, NONE, NONE, 0, 0);
        out.put(main).position(SECTOR * (3 + mainSectors));
        out.put(table);
        return out.array();
    }

    private static void chain(ByteBuffer out, int first, int sectors) {
        for (int i = 1; i < sectors; i++) {
            out.putInt(first + i);
        }
        out.putInt(END);
    }

    private static void entry(
            ByteBuffer out, String name, int type, int right, int child, int first, int size) {
        var start = out.position();
        out.put(name.getBytes(StandardCharsets.UTF_16LE)).position(start + 64);
        out.putShort((short) (name.isEmpty() ? 0 : name.length() * 2 + 2));
        out.put((byte) type).put((byte) 1).putInt(NONE).putInt(right).putInt(child);
        if (type == 5) {
            out.putLong(0x0000000000020906L).putLong(0x46000000000000C0L);
        }
        out.position(start + 116).putInt(first).putInt(size);
        out.position(start + 128);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
