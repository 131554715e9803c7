package eifexplorer.session;

import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.export.ExportTarget;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Hands models on in files that any Python code reads: {@code .npz}, {@code .safetensors}, JSON. */
public final class ModelExport {
  private static final String BUNDLE = "bundle.npz";

  private final ModelStore models;

  /** Hands on models of this store. */
  public ModelExport(ModelStore models) {
    this.models = models;
  }

  /**
   * Writes the embedding bundle alone to a {@code .npz} file, or the model's files and the bundle into a folder, where they
   * take the place of another model's, all together.
   */
  public void write(ExplorerSession session, ModelCard card, Path target) {
    if (target.getFileName().toString().endsWith(".npz")) {
      bundle(session, target);
      return;
    }
    Set<String> names = new HashSet<>(ModelStore.FILES);
    names.add(BUNDLE);
    ExportTarget.replace(
        target,
        names,
        folder -> {
          for (Path file : models.files(card)) {
            AtomicFiles.write(folder.resolve(file.getFileName()), out -> Files.copy(file, out));
          }
          bundle(session, folder.resolve(BUNDLE));
        });
  }

  private static void bundle(ExplorerSession session, Path file) {
    AtomicFiles.write(file, out -> EmbeddingBundles.write(session.bundle(), out));
  }
}
