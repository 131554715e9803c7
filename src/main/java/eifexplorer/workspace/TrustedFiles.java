package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files that this user agreed to have run, by their content: a file that is changed by one byte is another one, a copy
 * is the same. Kept in the user's folder, so that nothing a workspace holds can add to it.
 */
public final class TrustedFiles {
  private static final String FILE = "trusted-programs.json";

  private final KeptJson<Kept> file;
  private final Set<String> now = new TreeSet<>();

  /** What is in the file; a field that is missing is no hash. */
  private record Kept(@Nullable List<@Nullable String> sha256) {}

  /** The files agreed to by the user with this folder. */
  public TrustedFiles(Path folder) {
    file = new KeptJson<>(folder.resolve(FILE), Kept.class, new Kept(List.of()));
  }

  /** Whether the user agreed to a file. Throws {@link ProblemException} if it can't be read. */
  public synchronized boolean contains(Path program) {
    String hash = sha256(program);
    return now.contains(hash) || kept().contains(hash);
  }

  /** Agrees to a file as it is now. Throws {@link ProblemException} if it can't be read. */
  public synchronized void add(Path program) {
    String hash = sha256(program);
    Set<String> all = kept();
    now.add(hash);
    if (all.add(hash)) {
      file.save(new Kept(List.copyOf(all)));
    }
  }

  /** Read anew each time, since another process of the same user may have added to it. */
  private Set<String> kept() {
    Set<String> all = new TreeSet<>();
    List<@Nullable String> hashes = file.load().sha256();
    if (hashes != null) {
      for (String hash : hashes) {
        if (hash != null) {
          all.add(hash);
        }
      }
    }
    return all;
  }

  private static String sha256(Path program) {
    try (InputStream in = RegularFile.in(program)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ProblemException("The program can't be read", program.toString(), "", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
