package eifexplorer.djl;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a TorchScript program before it is run. TorchScript has no way to the system but PyTorch's operations, of
 * which a few reach files; a program that names one is refused.
 */
final class TorchScriptAudit {
  private static final int MAX_CODE = 1 << 24;

  /** {@code torch.save}, {@code torch.from_file} and kin, and classes brought in by other libraries. */
  private static final Pattern REACHES_OUT =
      Pattern.compile(
          "\\b(?:torch|aten|prim|ops\\.\\w+)\\.(save|load|from_file|_?pickle\\w*|fork|\\w*rpc\\w*|\\w*debug\\w*)\\s*\\("
              + "|__torch__\\.torch\\.classes\\.(?!quantized\\b|xnnpack\\b)(\\w+)");

  private TorchScriptAudit() {}

  /** Throws {@link ProblemException} if the file is no TorchScript archive or its code reaches out. */
  static void require(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> code =
          zip.stream().filter(entry -> entry.getName().matches("[^/]+/code/.+\\.py")).toList();
      if (code.isEmpty()) {
        throw ProblemException.inFile(
            file,
            "The file is no TorchScript program",
            "Save the network with torch.jit.trace(model, images).save(file).");
      }
      if (code.stream().map(ZipEntry::getName).distinct().count() < code.size()) {
        throw ProblemException.inFile(file, "The program holds two files of one name", "");
      }
      int left = MAX_CODE;
      for (ZipEntry entry : code) {
        String text = read(zip, entry, left);
        left -= text.length();
        requireHarmless(file, text, left);
      }
    } catch (ZipException e) {
      throw new ProblemException(
          "The file is no TorchScript program", file.toString(), "Copy or download it again.", e);
    } catch (IOException e) {
      throw new ProblemException(
          "The program can't be read", file.toString(), "Check that the file exists.", e);
    }
  }

  private static String read(ZipFile zip, ZipEntry entry, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
    }
  }

  private static void requireHarmless(Path file, String code, int left) {
    Matcher match = REACHES_OUT.matcher(code);
    if (match.find()) {
      throw ProblemException.inFile(
          file,
          "The program uses " + match.group().replaceAll("\\s*\\($", "") + ", which is not run",
          "Open only programs that compute features.");
    }
    if (left <= 0) {
      throw ProblemException.inFile(file, "The program's code is too long", "");
    }
  }
}
