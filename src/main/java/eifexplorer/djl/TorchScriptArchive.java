package eifexplorer.djl;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A TorchScript program copied part by part out of the archive it came in, so that PyTorch runs what was looked through and
 * nothing else: a zip file can be read in several ways.
 */
final class TorchScriptArchive implements AutoCloseable {
  private static final int MAX_CODE = 1 << 24;
  private static final int MAX_PICKLE = 1 << 26;
  private static final int MAX_ENTRIES = 100_000;
  private static final Pattern CODE = Pattern.compile("code/[\\w/.-]+\\.py");
  private static final Pattern PICKLE = Pattern.compile("(?:data|constants)\\.pkl");
  private static final Pattern PLAIN =
      Pattern.compile("(?:\\.data/)?version|byteorder|(?:data|constants)/\\d+");

  private final Path source;
  private final Path copy;
  private final Set<String> names = new HashSet<>();
  private final List<String> sources = new ArrayList<>();
  private int codeLeft = MAX_CODE;
  private long bytesLeft;

  private TorchScriptArchive(Path source, Path copy) throws IOException {
    this.source = source;
    this.copy = copy;
    this.bytesLeft = 2 * Files.size(source) + MAX_CODE;
  }

  /**
   * Looks through a program and copies what passed to a temporary file.
   *
   * @throws ProblemException if the file is no TorchScript program, is damaged, or holds what is not known to be harmless
   */
  static TorchScriptArchive open(Path file) {
    Path copy = null;
    try {
      copy = Files.createTempFile("eif-explorer", ".pt");
      TorchScriptArchive archive = new TorchScriptArchive(file, copy);
      archive.copyParts();
      TorchScriptAudit.require(archive.sources);
      return archive;
    } catch (RefusedScriptException e) {
      delete(copy);
      throw new ProblemException(
          "The program " + e.getMessage() + "; it is not run",
          file.toString(),
          "Open only programs that compute features.",
          e);
    } catch (ZipException e) {
      delete(copy);
      throw new ProblemException(
          "The file is no TorchScript program, or a damaged one",
          file.toString(),
          "Copy or download it again.",
          e);
    } catch (IOException e) {
      delete(copy);
      throw new ProblemException(
          "The program can't be read",
          file.toString(),
          "Check that the file exists and the disk has room.",
          e);
    } catch (ProblemException e) {
      delete(copy);
      throw e;
    }
  }

  /** What passed, to be read until this is closed. */
  Path copy() {
    return copy;
  }

  private void copyParts() throws IOException {
    try (ZipFile zip = RegularFile.zip(source);
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(copy), 1 << 16);
        ZipOutputStream out = new ZipOutputStream(file)) {
      if (zip.size() > MAX_ENTRIES) {
        throw new RefusedScriptException("has too many parts");
      }
      String folder = folder(zip);
      for (ZipEntry entry : zip.stream().map(e -> (ZipEntry) e).toList()) {
        if (entry.getName().startsWith(folder)) {
          copyPart(zip, entry, entry.getName().substring(folder.length()), out);
        }
      }
    }
    if (sources.isEmpty() || !names.contains("data.pkl")) {
      throw noProgram();
    }
  }

  private String folder(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.matches("[^/]+/constants\\.pkl"))
        .map(name -> name.substring(0, name.indexOf('/') + 1))
        .findFirst()
        .orElseThrow(this::noProgram);
  }

  private ProblemException noProgram() {
    return ProblemException.inFile(
        source,
        "The file is no TorchScript program",
        "Save the network with torch.jit.trace(model, images).save(file).");
  }

  private void copyPart(ZipFile zip, ZipEntry entry, String name, ZipOutputStream out)
      throws IOException {
    boolean code = CODE.matcher(name).matches() && !name.contains("..");
    boolean pickle = PICKLE.matcher(name).matches();
    if (!code && !pickle && !PLAIN.matcher(name).matches()) {
      return;
    }
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw new RefusedScriptException("has two parts of one name");
    }
    if (code || pickle) {
      byte[] bytes = bytes(zip, entry, pickle ? MAX_PICKLE : codeLeft);
      look(bytes, code);
      write(out, name, bytes);
    } else {
      stream(zip, entry, name, out);
    }
  }

  private void look(byte[] bytes, boolean code) {
    if (code) {
      codeLeft -= bytes.length;
      sources.add(new String(bytes, StandardCharsets.UTF_8));
    } else {
      ScriptPickle.require(bytes);
    }
  }

  private byte[] bytes(ZipFile zip, ZipEntry entry, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new RefusedScriptException("is too long");
      }
      CRC32 sum = new CRC32();
      sum.update(bytes);
      if (sum.getValue() != entry.getCrc()) {
        throw new ZipException(entry.getName() + " is damaged");
      }
      return bytes;
    }
  }

  private static void write(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    begin(out, name, bytes.length, sum.getValue());
    out.write(bytes);
    out.closeEntry();
  }

  /** Weights go through piece by piece; their length and sum are checked as they are written. */
  private void stream(ZipFile zip, ZipEntry entry, String name, ZipOutputStream out)
      throws IOException {
    bytesLeft -= Math.max(0, entry.getSize());
    if (bytesLeft < 0) {
      throw new RefusedScriptException("unfolds to more than twice its size");
    }
    begin(out, name, entry.getSize(), entry.getCrc());
    try (InputStream in = zip.getInputStream(entry)) {
      in.transferTo(out);
    }
    out.closeEntry();
  }

  private static void begin(ZipOutputStream out, String name, long size, long sum)
      throws IOException {
    ZipEntry entry = new ZipEntry("program/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(sum);
    out.putNextEntry(entry);
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }

  /** Deletes the copy. */
  @Override
  public void close() {
    delete(copy);
  }
}
