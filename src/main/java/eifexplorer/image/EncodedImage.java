package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.Reason;
import eifexplorer.problem.RegularFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A picture file read into memory, with the words for what may be wrong with it. */
final class EncodedImage {
  /** Largest file that is read, in bytes. */
  static final long MAX_BYTES = 1L << 28;

  /** Most pixels that are decoded: where Pillow too speaks of a decompression bomb. */
  static final long MAX_PIXELS = 178_956_970;

  /** What deflate makes of a byte at best, for pictures of a byte a pixel. */
  private static final int MOST_PIXELS_A_BYTE = 1032;

  /** Work on a picture file that may fail in the ways picture decoders fail. */
  @FunctionalInterface
  interface Decoding<T> {
    T run() throws IOException;
  }

  private final Path file;
  private final byte[] bytes;
  private long claimed;

  private EncodedImage(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Reads the file.
   *
   * @throws UnreachableImageException if it is not there or the system does not give it
   * @throws ProblemException if it is empty or too large
   */
  static EncodedImage read(Path file) {
    try {
      long length = Files.size(file);
      requireContent(file);
      if (length > MAX_BYTES) {
        throw ProblemException.inFile(
            file,
            "The picture file has " + length + " bytes, more than the " + MAX_BYTES + " read",
            "Save it smaller.");
      }
      if (Files.isDirectory(file)) {
        throw ProblemException.inFile(
            file, "A folder is named like a picture", "Take it out of the data set.");
      }
      return new EncodedImage(file, RegularFile.bytes(file, MAX_BYTES));
    } catch (IOException e) {
      throw unreachable(file, e);
    } catch (OutOfMemoryError e) {
      throw noMemory(file, e);
    }
  }

  private static UnreachableImageException unreachable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new UnreachableImageException(
            "The picture file is missing", file, "Check the data set's folder.", e)
        : new UnreachableImageException(
            "The picture file can't be read (" + Reason.of(e) + ")",
            file,
            "Check its permissions, its disk, and how many files may be open.",
            e);
  }

  private static UnreachableImageException noMemory(Path file, OutOfMemoryError e) {
    return new UnreachableImageException(
        "There is no memory left for the picture",
        file,
        "Give the program more with java -Xmx4g, or save the picture smaller.",
        e);
  }

  /** Throws {@link ProblemException} if the file is empty, as copying broken off early leaves it. */
  static void requireContent(Path file) throws IOException {
    long length = Files.size(file);
    if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw ProblemException.inFile(
          file, "A pipe or device is named like a picture", "Take it out of the data set.");
    }
    if (length == 0) {
      throw ProblemException.inFile(file, "The picture file is empty", "Copy it again.");
    }
  }

  /** The same file with other content. */
  EncodedImage withBytes(byte[] other) {
    return new EncodedImage(file, other);
  }

  /** The whole file. */
  byte[] bytes() {
    return bytes;
  }

  /** A new stream over the file. */
  ByteArrayImageStream stream() {
    return new ByteArrayImageStream(bytes);
  }

  /** Runs a decoder, putting every failure into words that name the file. */
  <T> T decoding(Decoding<T> work) {
    return guarded(file, () -> honest(work));
  }

  /** A header that claims what its file can't hold is the file's fault, not that of a machine with little memory. */
  private <T> T honest(Decoding<T> work) throws IOException {
    try {
      return work.run();
    } catch (OutOfMemoryError e) {
      if (claimed > (long) bytes.length * MOST_PIXELS_A_BYTE) {
        throw new EOFException("the picture claims " + claimed + " pixels");
      }
      throw e;
    }
  }

  /** Runs a decoder on {@code file}, putting every failure into words that name it. */
  static <T> T guarded(Path file, Decoding<T> work) {
    try {
      return work.run();
    } catch (ProblemException e) {
      throw naming(file, e);
    } catch (FileSystemException e) {
      throw unreachable(file, e);
    } catch (EOFException e) {
      throw new ProblemException(
          "The picture is cut short", file.toString(), "Copy or download it again.", e);
    } catch (OutOfMemoryError e) {
      throw noMemory(file, e);
    } catch (IOException e) {
      throw undecodable(file, Reason.of(e), e);
    } catch (RuntimeException e) {
      // Decoders meet damaged files with runtime exceptions of all kinds, in words for programmers.
      throw undecodable(file, "its data are damaged", e);
    }
  }

  private static ProblemException undecodable(Path file, String reason, Exception cause) {
    return new ProblemException(
        "The picture can't be decoded (" + reason + ")",
        file.toString(),
        "Open it in a picture program and save it again.",
        cause);
  }

  /** The problem with the file's name added, if it says no place yet. */
  static ProblemException naming(Path file, ProblemException problem) {
    return problem.where().isEmpty()
        ? new ProblemException(problem.what(), file.toString(), problem.remedy(), problem)
        : problem;
  }

  /** Throws {@link UnreachableImageException} if decoding takes more bytes than the program may use, before it is tried. */
  void requireRoom(long needed) {
    if (needed > Runtime.getRuntime().maxMemory()) {
      throw noMemory(file, new OutOfMemoryError(needed + " bytes"));
    }
  }

  /** Throws {@link ProblemException} if the size claimed by a header is more than is decoded. */
  void requireDecodable(ImageSize size) {
    claimed = size.pixels();
    if (size.pixels() > MAX_PIXELS) {
      throw ProblemException.inFile(
          file,
          "The picture claims " + size + " pixels, more than the " + MAX_PIXELS + " decoded",
          "Save it smaller.");
    }
  }
}
