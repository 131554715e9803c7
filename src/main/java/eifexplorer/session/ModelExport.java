package eifexplorer.session;

import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.workspace.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands models on in files that any Python code reads: {@code .npz}, {@code .safetensors}, JSON. */
public final class ModelExport {
  private static final String BUNDLE = "bundle.npz";

  private final ModelStore models;

  /** Hands on models of this store. */
  public ModelExport(ModelStore models) {
    this.models = models;
  }

  /** Writes the embedding bundle alone to a {@code .npz} file, or the model's files and the bundle into a folder. */
  public void write(ExplorerSession session, ModelCard card, Path target) {
    boolean bundleOnly = target.getFileName().toString().endsWith(".npz");
    Path bundle = bundleOnly ? target : target.resolve(BUNDLE);
    if (!bundleOnly) {
      for (Path file : models.files(card)) {
        AtomicFiles.write(target.resolve(file.getFileName()), out -> Files.copy(file, out));
      }
    }
    AtomicFiles.write(bundle, out -> EmbeddingBundles.write(session.bundle(), out));
  }
}
