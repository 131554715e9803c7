package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchScriptArchiveTest {
  private static final String CODE = "class Net(Module):\n  training : bool\n";

  @TempDir Path folder;

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("net/data.pkl", "\u0080\u0002c__torch__\nNet\n)\u0081}b.");
    parts.put("net/code/__torch__.py", CODE);
    parts.put("net/constants.pkl", "\u0080\u0002).");
    parts.put("net/data/0", "\u0001\u0002\u0003\u0004");
    parts.put("net/version", "3\n");
    return parts;
  }

  private Path zip(Map<String, String> parts) throws IOException {
    Path file = folder.resolve("net.pt");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(0);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
      }
    }
    return file;
  }

  private static List<String> names(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new ArrayList<>(new TreeSet<>(zip.stream().map(ZipEntry::getName).toList()));
    }
  }

  private static String refusal(Path file) {
    return assertThrows(ProblemException.class, () -> TorchScriptArchive.open(file)).getMessage();
  }

  @Test
  void onlyWhatWasLookedThroughIsHandedOn() throws IOException {
    Map<String, String> parts = parts();
    parts.put("net/CODE/__torch__.py", CODE + "  x = torch.save\n");
    parts.put("net/code/__torch__.py.debug_pkl", "anything");
    parts.put("net/extra/notes", "anything");
    parts.put("other/code/__torch__.py", "torch.save(x)");
    Path copy;
    try (TorchScriptArchive archive = TorchScriptArchive.open(zip(parts))) {
      copy = archive.copy();
      assertEquals(
          List.of(
              "program/code/__torch__.py",
              "program/constants.pkl",
              "program/data.pkl",
              "program/data/0",
              "program/version"),
          names(copy));
    }
    assertFalse(Files.exists(copy));
  }

  @Test
  void sourcesWhoseNamesDifferInCaseOnlyAreRefused() throws IOException {
    Map<String, String> parts = parts();
    parts.put("net/code/__TORCH__.py", CODE);
    assertTrue(refusal(zip(parts)).contains("two parts of one name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c__torch__.torch.classes.rpc\nWorkerInfo\n)\u0081.",
        "c__torch__.torch.classes\nprofiler\n)\u0081.",
        "cposix\nsystem\n)R.",
        "cbuiltins\neval\n)R.",
        "c__torch__\nNet\nX\u00ff\u00ff\u0000\u0000short.",
        "\u00ff."
      })
  void objectsOfForeignClassesAreRefused(String pickle) throws IOException {
    Map<String, String> parts = parts();
    parts.put("net/data.pkl", "\u0080\u0002" + pickle);
    assertTrue(refusal(zip(parts)).contains("it is not run"));
  }

  @Test
  void aTypeNestedWithoutEndIsRefused() throws IOException {
    Map<String, String> parts = parts();
    String type = "List[".repeat(40) + "int" + "]".repeat(40);
    parts.put("net/data.pkl", "\u0080\u0002X" + (char) type.length() + "\0\0\0" + type + ".");
    assertTrue(refusal(zip(parts)).contains("nested too deeply"));
  }

  @Test
  void aFlippedBitInTheWeightsIsNoticed() throws IOException {
    Path file = zip(parts());
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length - 3; i++) {
      if (bytes[i] == 1 && bytes[i + 1] == 2 && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
        bytes[i] = 9;
      }
    }
    Files.write(file, bytes);
    assertTrue(refusal(file).contains("damaged"));
  }

  @Test
  void anArchiveOfOtherThingsIsNoProgram() throws IOException {
    assertTrue(refusal(zip(Map.of("a/b", "c"))).contains("no TorchScript program"));
  }

  @Test
  void whatUnfoldsToFarMoreThanItsSizeIsRefused() throws IOException {
    Path file = folder.resolve("bomb.pt");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts().entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
        out.closeEntry();
      }
      out.putNextEntry(new ZipEntry("net/data/1"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    assertTrue(refusal(file).contains("unfolds to more than twice its size"));
  }
}
