package eifexplorer.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damage to what is in a zip archive, whose lengths and sums then fit again; what is no archive stays as it is. */
final class ZipMutations {
  private static final int LARGEST = 1 << 22;

  private ZipMutations() {}

  /** The mutations done to one entry, and entries renamed, left out and exchanged. */
  static List<Mutation> around(List<Mutation> inside) {
    return List.of(
        new Mutation("in zip", (bytes, random) -> entry(bytes, inside, random)),
        new Mutation("in zip", (bytes, random) -> entry(bytes, inside, random)),
        new Mutation("in zip", (bytes, random) -> entry(bytes, inside, random)),
        new Mutation("entries", ZipMutations::entries));
  }

  private static byte[] entry(byte[] zip, List<Mutation> inside, Random random) throws IOException {
    Map<String, byte[]> entries = read(zip);
    if (entries.isEmpty()) {
      return zip;
    }
    String name = ByteMutations.of(List.copyOf(entries.keySet()), random);
    Mutation mutation = ByteMutations.of(inside, random);
    entries.put(name, mutation.change().of(entries.get(name), random));
    return write(entries, random.nextBoolean());
  }

  private static byte[] entries(byte[] zip, Random random) throws IOException {
    Map<String, byte[]> entries = read(zip);
    if (entries.isEmpty()) {
      return zip;
    }
    List<String> names = List.copyOf(entries.keySet());
    String one = ByteMutations.of(names, random);
    String other = ByteMutations.of(names, random);
    switch (random.nextInt(5)) {
      case 0 -> entries.remove(one);
      case 1 -> entries.put("../../" + one, entries.remove(one));
      case 2 -> entries.put(one.toUpperCase(java.util.Locale.ROOT), entries.get(other));
      case 3 -> entries.put(one, entries.get(other));
      default -> entries.put(one, new byte[LARGEST]);
    }
    return write(entries, random.nextBoolean());
  }

  private static Map<String, byte[]> read(byte[] bytes) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readNBytes(LARGEST));
      }
    } catch (IOException | IllegalArgumentException e) {
      // Damaged before: what was read is gone on with.
    }
    return entries;
  }

  static byte[] write(Map<String, byte[]> entries, boolean stored) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        if (stored) {
          CRC32 sum = new CRC32();
          sum.update(content.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.getValue().length);
          entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        out.write(content.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
