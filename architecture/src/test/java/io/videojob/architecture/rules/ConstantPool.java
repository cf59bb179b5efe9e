package io.videojob.architecture.rules;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a class file says in words.
 *
 * @param texts all of it: string constants, and the names of types, members and variables
 * @param strings the string constants alone
 */
record ConstantPool(List<String> texts, Set<String> strings) {

    /** Reads a class file, as section 4.4 of the JVM's specification lays it out. */
    static ConstantPool of(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        in.skipNBytes(8); // magic, version
        int count = in.readUnsignedShort();
        Map<Integer, String> texts = new HashMap<>();
        Set<Integer> stringIndexes = new HashSet<>();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, in.readUTF());
                case 8 -> stringIndexes.add(in.readUnsignedShort());
                case 7, 16, 19, 20 -> in.skipNBytes(2); // class, method type, module, package
                case 15 -> in.skipNBytes(3); // method handle
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4); // int, float, references, dynamics
                case 5, 6 -> { // long and double take two places
                    in.skipNBytes(8);
                    index++;
                }
                default -> throw new IOException("Not a constant: tag " + tag);
            }
        }
        Set<String> strings = new HashSet<>();
        stringIndexes.forEach(index -> strings.add(texts.get(index)));
        return new ConstantPool(List.copyOf(texts.values()), strings);
    }
}
