package eifexplorer.export;

import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.PictureSheet.Picture;
import eifexplorer.experiment.PictureSheet.Row;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** A sheet of photographs as a figure. */
final class SheetFigure {
  private static final int SIDE = 128;
  private static final int GAP = 8;
  private static final int MARGIN = 16;
  private static final int TOP = 40;
  private static final int TITLE = 28;
  private static final int ROW = 18 + SIDE + 24;

  private SheetFigure() {}

  static Figure of(PictureSheet sheet, Function<String, Optional<byte[]>> thumbnail) {
    int most = sheet.rows().stream().mapToInt(row -> row.pictures().size()).max().orElse(0);
    return new Figure(
        sheet.id(),
        sheet.title(),
        Math.max(480, 2 * MARGIN + most * (SIDE + GAP)),
        TOP + sheet.rows().size() * ROW + MARGIN,
        TITLE,
        (graphics, style) -> paint(graphics, sheet, thumbnail, style));
  }

  private static void paint(
      Graphics2D graphics,
      PictureSheet sheet,
      Function<String, Optional<byte[]>> thumbnail,
      FigureStyle style) {
    graphics.setFont(style.heading());
    graphics.drawString(sheet.title(), MARGIN, 24);
    for (int r = 0; r < sheet.rows().size(); r++) {
      Row row = sheet.rows().get(r);
      int y = TOP + r * ROW;
      graphics.setColor(style.text());
      graphics.setFont(style.plain());
      graphics.drawString(row.title(), MARGIN, y + 12);
      for (int p = 0; p < row.pictures().size(); p++) {
        paint(graphics, row.pictures().get(p), MARGIN + p * (SIDE + GAP), y + 18, thumbnail, style);
      }
    }
  }

  private static void paint(
      Graphics2D graphics,
      Picture picture,
      int x,
      int y,
      Function<String, Optional<byte[]>> thumbnail,
      FigureStyle style) {
    Optional<BufferedImage> image = thumbnail.apply(picture.path()).flatMap(SheetFigure::decoded);
    if (image.isPresent()) {
      BufferedImage found = image.get();
      double scale = (double) SIDE / Math.max(found.getWidth(), found.getHeight());
      int width = (int) Math.round(found.getWidth() * scale);
      int height = (int) Math.round(found.getHeight() * scale);
      graphics.drawImage(found, x, y + SIDE - height, width, height, null);
    } else {
      graphics.setColor(style.grid());
      graphics.drawRect(x, y, SIDE - 1, SIDE - 1);
    }
    graphics.setColor(style.text());
    graphics.setFont(style.small());
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.drawString(FigureStyle.fitting(picture.caption(), metrics, SIDE), x, y + SIDE + 13);
  }

  static Optional<BufferedImage> decoded(byte[] jpeg) {
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(jpeg)));
    } catch (IOException e) {
      // A figure with a gap is better than none.
      return Optional.empty();
    }
  }
}
