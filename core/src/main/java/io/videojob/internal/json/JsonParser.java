package io.videojob.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text, strictly as RFC 8259 has it. By hand, because a program's start waits for the index of models: to load
 * the classes of a library for it takes longer than to read it.
 */
final class JsonParser {
    private static final int MAX_DIGITS = 1000;
    private static final char END = '\uffff';

    private final String text;
    /** Names and numbers that lead to the value at hand, for messages. */
    private final List<Object> path = new ArrayList<>();

    private int at;

    JsonParser(String text) {
        this.text = text;
    }

    @Nullable
    Object parse() {
        Object value = value();
        if (peek() != END || at < text.length()) {
            throw wrong("something follows the value");
        }
        return value;
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        open("");
        while (peek() != '}') {
            if (!map.isEmpty()) {
                expect(',');
            }
            if (peek() != '"') {
                throw wrong("a name in quotes is missing");
            }
            String name = string();
            path.set(path.size() - 1, name);
            if (map.containsKey(name)) {
                throw wrong("\"" + name + "\" comes twice");
            }
            expect(':');
            map.put(name, value());
        }
        close();
        return map;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> list = new ArrayList<>();
        open(0);
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            path.set(path.size() - 1, list.size());
            list.add(value());
        }
        close();
        return list;
    }

    private void open(Object first) {
        if (path.size() >= Json.MAX_DEPTH) {
            throw wrong("deeper than " + Json.MAX_DEPTH + " levels");
        }
        path.add(first);
        at++;
    }

    private void close() {
        path.remove(path.size() - 1);
        at++;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("a " + wanted + " is missing");
        }
        at++;
    }

    /** The next character that isn't white space, left where it is. */
    private char peek() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
        }
        return END;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is missing");
        }
        at += word.length();
        return value;
    }

    private String string() {
        int start = ++at;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return escaped(new StringBuilder().append(text, start, at));
            }
            if (c < ' ') {
                break;
            }
        }
        throw wrong("a text has no end");
    }

    private String escaped(StringBuilder string) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            if (c < ' ') {
                break;
            }
            string.append(c == '\\' ? escape() : c);
        }
        throw wrong("a text has no end");
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : END;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("no such escape in a text");
        };
    }

    private char unicode() {
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            char c = at < text.length() ? text.charAt(at) : END;
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw wrong("four hexadecimal digits are missing");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Object number() {
        int start = at;
        skip('-');
        boolean right = skip('0') || digits();
        boolean whole = true;
        if (skip('.')) {
            whole = false;
            right &= digits();
        }
        if (skip('e') || skip('E')) {
            whole = false;
            boolean unused = skip('+') || skip('-');
            right &= digits();
        }
        if (!right || at - start > MAX_DIGITS) {
            // A BigDecimal of a million digits takes minutes to make.
            throw wrong(right ? "a number of " + (at - start) + " digits" : "a value is missing");
        }
        return number(text.substring(start, at), whole);
    }

    private Object number(String digits, boolean whole) {
        if (whole && digits.length() < 19) {
            return Long.parseLong(digits);
        }
        try {
            BigDecimal exact = new BigDecimal(digits);
            return whole && exact.toBigInteger().bitLength() < Long.SIZE ? (Object) exact.longValueExact() : exact;
        } catch (NumberFormatException e) {
            throw wrong("a number beyond all bounds");
        }
    }

    private boolean digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > start;
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private JsonException wrong(String why) {
        StringBuilder where = new StringBuilder("$");
        path.forEach(step -> where.append(step instanceof Integer ? "[" + step + "]" : "." + step));
        String read = text.substring(0, Math.min(at, text.length()));
        long line = 1 + read.chars().filter(c -> c == '\n').count();
        int column = read.length() - read.lastIndexOf('\n');
        return new JsonException("not JSON at " + where + " (line " + line + ", column " + column + "): " + why);
    }
}
