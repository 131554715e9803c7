package eifexplorer.dataset.demo;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.format.CsvManifest;
import java.nio.file.Path;

/** Reads the drawn songbirds: their own folder, listed by a CSV file that also tells the true labels. */
public final class DemoFormat implements DatasetFormat {
  private static final String ID = "demo";

  /** Whether a data set is the drawn songbirds, whose pictures follow from their paths, painted or not. */
  public static boolean isDemo(ImageDataset dataset) {
    return dataset.name().equals(ID);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "Demo songbirds";
  }

  @Override
  public boolean recognises(Path root) {
    return false;
  }

  @Override
  public DatasetListing read(Path root) {
    DatasetListing csv = new CsvManifest().read(root.resolve(DemoFolder.MANIFEST));
    return new DatasetListing(
        id(), csv.root(), csv.classNames(), csv.images(), csv.skipped(), csv.usual());
  }
}
