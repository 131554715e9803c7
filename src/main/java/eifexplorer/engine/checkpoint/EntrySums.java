package eifexplorer.engine.checkpoint;

import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Compares the sums (CRC-32) of an archive's entries with what was read: a flipped bit gives another network without a word.
 * PyTorch can be told to write no sums; all its sums are zero then.
 */
final class EntrySums {
  private boolean written;
  private Optional<String> wrong = Optional.empty();

  /** Notes whether the bytes of an entry are what its sum says. */
  void add(ZipEntry entry, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    written |= entry.getCrc() != 0;
    if (sum.getValue() != entry.getCrc() && wrong.isEmpty()) {
      wrong = Optional.of(entry.getName());
    }
  }

  /** Throws {@link BrokenPickleException} naming an entry that was changed after it was written. */
  void require() {
    if (written && wrong.isPresent()) {
      throw new BrokenPickleException(
          "the sum of its entry " + wrong.get() + " is not what the archive says: it is damaged",
          "Copy or download it again.");
    }
  }
}
