package eifexplorer.spark;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.FolderTrees;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Images of a task as files: those of another file system (HDFS, S3A and whatever else Hadoop reads, with the settings {@code
 * spark.hadoop.*} of the submission) are copied to the executor while the task lasts.
 */
final class FetchedImages implements AutoCloseable {
  private final Path folder;
  private final List<String> images;
  private final List<Path> files = new ArrayList<>();

  /** Throws {@link ProblemException} if one can't be had. */
  FetchedImages(List<String> images) {
    this.images = images;
    try {
      this.folder = Files.createTempDirectory("eif-images");
    } catch (IOException e) {
      throw new ProblemException(
          "An executor can't put pictures into its temporary folder",
          System.getProperty("java.io.tmpdir"),
          "Check the free space and the folder's permissions on the executors.",
          e);
    }
    Configuration settings = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    for (int i = 0; i < images.size(); i++) {
      files.add(images.get(i).contains("://") ? fetched(i, settings) : Path.of(images.get(i)));
    }
  }

  private Path fetched(int i, Configuration settings) {
    String image = images.get(i);
    Path file = folder.resolve(i + "-" + image.substring(image.lastIndexOf('/') + 1));
    org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(image);
    try {
      FileSystem source = FileSystem.get(URI.create(from.toUri().toString()), settings);
      try (InputStream in = source.open(from)) {
        Files.copy(in, file);
      }
      return file;
    } catch (IOException | IllegalArgumentException e) {
      close();
      throw new ProblemException(
          "The picture can't be read (" + e.getMessage() + ")",
          image,
          "Check --images and that the executors may read there.",
          e);
    }
  }

  List<Path> files() {
    return files;
  }

  /** A folder for what the task writes on the way. */
  Path folder() {
    return folder;
  }

  /** A text about one of the files, with the name that it has where it came from. */
  String named(int i, String text) {
    return text.replace(files.get(i).toString(), images.get(i));
  }

  @Override
  public void close() {
    FolderTrees.delete(folder);
  }
}
