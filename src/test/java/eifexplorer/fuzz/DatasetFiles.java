package eifexplorer.fuzz;

import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.dataset.format.OpenOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/** The annotation files of data sets. */
final class DatasetFiles {
  private static final List<String> WORDS =
      List.of(
          "path", "label", "split", ",", ";", "\t", "\n", "\"", "train", "test", "../", "0", "1");
  private static final Map<String, String> CUB =
      Map.of(
          "images.txt", "1 001.A/1.jpg\n2 001.A/2.jpg\n3 002.B/1.jpg\n4 002.B/2.jpg\n",
          "image_class_labels.txt", "1 1\n2 1\n3 2\n4 2\n",
          "classes.txt", "1 001.A\n2 002.B\n",
          "train_test_split.txt", "1 1\n2 0\n3 1\n4 0\n",
          "bounding_boxes.txt", "1 1.0 2.0 3.0 4.0\n2 1.0 2.0 3.0 4.0\n3 0.0 0.0 9 9\n4 1 1 1 1\n");

  private DatasetFiles() {}

  static List<Format> all() throws IOException {
    List<byte[]> csv =
        List.of(
            TextMutations.text(
                """
                path,label,split,true_label,box_left,box_top,box_width,box_height
                a/1.jpg,1,train,1,0,0,5,5
                a/2.jpg,2,train,,,,,
                b/3.jpg,3,test,,1,2,3,4
                """),
            TextMutations.text("label;path\nwren;\"a \"\"b\"\".jpg\"\nrobin;b.jpg\n"));
    String partition =
        """
        3
        image_name item_id evaluation_status
        img/A/id_00000001/01.jpg id_00000001 train
        img/B/id_00000002/01.jpg id_00000002 query
        img/B/id_00000002/02.jpg id_00000002 gallery
        """;
    String sop =
        "image_id class_id super_class_id path\n1 1 1 a_final/1_0.JPG\n2 2 1 a_final/2_0.JPG\n";
    return List.of(
        text("csv", "a.csv", csv, ",", file -> opened("csv", file)),
        cub("images.txt"),
        cub("image_class_labels.txt"),
        cub("classes.txt"),
        cub("train_test_split.txt"),
        cub("bounding_boxes.txt"),
        text(
            "In-Shop",
            "Eval/list_eval_partition.txt",
            List.of(TextMutations.text(partition)),
            " ",
            file -> opened("inshop", file.getParent().getParent())),
        text(
            "SOP",
            "Ebay_train.txt",
            List.of(TextMutations.text(sop)),
            " ",
            file -> {
              beside(
                  file, "Ebay_test.txt", sop.replace("1 1 1", "3 3 1").replace("2 2 1", "4 4 1"));
              return opened("sop", file.getParent());
            }),
        Format.of(
            "mat",
            "cars_annos.mat",
            List.of(mat(false), mat(true)),
            List.of("\16\0\0\0", "\17\0\0\0", "\1\0\0\0", "\6\0\0\0", "\5\0\0\0", "\2\0\0\0", "f0"),
            List.of(),
            file -> opened("cars", file.getParent())));
  }

  private static Format text(
      String name, String file, List<byte[]> seeds, String separator, Format.Reader reader) {
    return Format.of(name, file, seeds, WORDS, TextMutations.all(separator), reader);
  }

  private static Format cub(String damaged) {
    return text(
        "CUB " + damaged,
        damaged,
        List.of(TextMutations.text(CUB.get(damaged))),
        " ",
        file -> {
          for (Map.Entry<String, String> other : CUB.entrySet()) {
            if (!other.getKey().equals(damaged)) {
              beside(file, other.getKey(), other.getValue());
            }
          }
          Files.createDirectories(file.resolveSibling("images"));
          return opened("cub", file.getParent());
        });
  }

  private static void beside(Path file, String name, String text) {
    try {
      Path other = file.resolveSibling(name);
      if (!Files.exists(other)) {
        Files.writeString(other, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a data set and divides it: no image may lie outside of its folder. */
  private static boolean opened(String format, Path root) {
    DatasetFormats formats = DatasetFormats.standard();
    DatasetListing listing = formats.byId(format).read(root);
    for (ListedImage image : listing.images()) {
      Path folder = listing.root().toAbsolutePath().normalize();
      ArrayFormats.check(
          folder.resolve(image.path()).normalize().startsWith(folder), "an image outside");
      ArrayFormats.check(
          image.classIndex() >= 0 && image.classIndex() < listing.classNames().size(),
          "an image without a class");
    }
    // Which classes there are is not for the file to say, but for who opens it.
    boolean byClass = !listing.hasOfficialSplit() && listing.classNames().size() > 1;
    SplitChoice split = byClass ? SplitChoice.byClass("1", "") : SplitChoice.official();
    ImageDataset dataset =
        new DatasetOpener(formats).open(listing, split, OpenOptions.standard().withoutFileCheck());
    return !dataset.train().isEmpty();
  }

  private static byte[] mat(boolean packed) throws IOException {
    Struct annotations = Mat5.newStruct(1, 3);
    for (int i = 0; i < 3; i++) {
      annotations.set("relative_im_path", i, Mat5.newString("car_ims/" + i + ".jpg"));
      annotations.set("bbox_x1", i, Mat5.newScalar(11));
      annotations.set("bbox_y1", i, Mat5.newScalar(21));
      annotations.set("bbox_x2", i, Mat5.newScalar(110));
      annotations.set("bbox_y2", i, Mat5.newScalar(70));
      annotations.set("class", i, Mat5.newScalar(1 + i % 2));
      annotations.set("test", i, Mat5.newLogicalScalar(i == 2));
    }
    Cell names = Mat5.newCell(1, 2);
    names.set(0, Mat5.newString("Acura RL"));
    names.set(1, Mat5.newString("Audi A4"));
    MatFile file =
        Mat5.newMatFile().addArray("annotations", annotations).addArray("class_names", names);
    java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(1 << 16);
    Mat5.newWriter(Sinks.wrap(buffer)).setDeflateLevel(packed ? 6 : 0).writeMat(file);
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
