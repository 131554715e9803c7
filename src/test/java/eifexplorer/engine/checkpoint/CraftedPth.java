package eifexplorer.engine.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes .pth files by hand: a pickle, instruction by instruction, and the storages it refers to. */
final class CraftedPth {
  private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();

  CraftedPth() {
    bytes(0x80, 2);
  }

  CraftedPth bytes(int... values) {
    for (int value : values) {
      pickle.write(value);
    }
    return this;
  }

  CraftedPth raw(String text) {
    pickle.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Each character a byte. */
  CraftedPth latin(String text) {
    pickle.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  CraftedPth text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    bytes('X', utf8.length, 0, 0, 0);
    pickle.writeBytes(utf8);
    return this;
  }

  CraftedPth integer(int value) {
    return bytes('J', value, value >> 8, value >> 16, value >> 24);
  }

  /** A one-dimensional float tensor that views the whole of storage {@code key}, or claims to. */
  CraftedPth tensor(String key, int storageElements, int offset, int size, int stride) {
    raw("ctorch._utils\n_rebuild_tensor_v2\n((").text("storage").raw("ctorch\nFloatStorage\n");
    text(key).text("cuda:0").integer(storageElements).raw("tQ").integer(offset);
    integer(size).bytes(0x85).integer(stride).bytes(0x85);
    return bytes(0x89).raw("ccollections\nOrderedDict\n)RtR");
  }

  /** Ends the pickle and writes the archive with one storage, {@code data/0}. */
  Path write(Path file, byte[] storage) throws IOException {
    bytes('.');
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      store(zip, "archive/data.pkl", pickle.toByteArray());
      store(zip, "archive/data/0", storage);
    }
    return file;
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
