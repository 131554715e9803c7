package eifexplorer.engine.checkpoint;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The header of a safetensors file.
 *
 * @param entries the tensors in the header's order
 * @param metadata notes, text by name
 * @param dataStart bytes before the first value
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata, long dataStart) {
  private static final String METADATA = "__metadata__";
  private static final long MAX_HEADER = 100_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * One tensor.
   *
   * @param name its name
   * @param kind how each element is stored
   * @param shape lengths of the axes
   * @param begin bytes from the start of the values to its first
   * @param bytes bytes of all its elements
   */
  record Entry(String name, ElementKind kind, int[] shape, long begin, int bytes) {}

  /** Reads and checks a header. Throws {@link ProblemException} if anything in it does not fit the file. */
  static SafetensorsHeader read(FileChannel channel, Path file) throws IOException {
    long fileBytes = channel.size();
    ByteBuffer prefix = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    if (fileBytes < 8) {
      throw broken(file, "The file is too short for safetensors");
    }
    Safetensors.readFully(channel, prefix, 0);
    long length = prefix.getLong(0);
    if (length < 2 || length > fileBytes - 8 || length > MAX_HEADER) {
      throw broken(file, "The header of " + length + " bytes does not fit the file");
    }
    ByteBuffer text = ByteBuffer.allocate((int) length);
    Safetensors.readFully(channel, text, 8);
    try {
      return new Parser(file, fileBytes - 8 - length)
          .parse(JSON.readTree(text.array()), 8 + length);
    } catch (JacksonException e) {
      throw new ProblemException(
          "The header is no JSON", file.toString(), "Save the file again.", e);
    }
  }

  /** The bytes before the values: the header's length and the header, filled up to a multiple of eight. */
  static byte[] encode(StateDict tensors, List<String> order, Map<String, String> metadata) {
    Map<String, long[]> offsets = new LinkedHashMap<>();
    long position = 0;
    for (String name : order) {
      WeightTensor tensor = tensors.get(name);
      long end = position + (long) tensor.size() * (tensor.isFloat() ? 4 : 8);
      offsets.put(name, new long[] {position, end});
      position = end;
    }
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode notes = root.putObject(METADATA);
      new TreeMap<>(metadata).forEach(notes::put);
    }
    for (String name : tensors.names()) {
      WeightTensor tensor = tensors.get(name);
      ObjectNode entry = root.putObject(name);
      entry.put(
          "dtype", (tensor.isFloat() ? ElementKind.FLOAT32 : ElementKind.INT64).safetensorsName());
      ArrayNode shape = entry.putArray("shape");
      for (int axis : tensor.shape()) {
        shape.add(axis);
      }
      long[] offset = Objects.requireNonNull(offsets.get(name));
      entry.putArray("data_offsets").add(offset[0]).add(offset[1]);
    }
    byte[] text = JSON.writeValueAsBytes(root);
    int padded = (text.length + 7) / 8 * 8;
    ByteBuffer out = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(padded).put(text);
    while (out.hasRemaining()) {
      out.put((byte) ' ');
    }
    return out.array();
  }

  private static ProblemException broken(Path file, String what) {
    return ProblemException.inFile(file, what, "Save or download the file again.");
  }

  /** Checks one header against the number of bytes that follow it. */
  private record Parser(Path file, long dataBytes) {

    SafetensorsHeader parse(JsonNode root, long dataStart) {
      if (!root.isObject()) {
        throw broken(file, "The header is no JSON object");
      }
      List<Entry> entries = new ArrayList<>();
      Map<String, String> metadata = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> property : root.properties()) {
        if (property.getKey().equals(METADATA)) {
          property
              .getValue()
              .properties()
              .forEach(e -> metadata.put(e.getKey(), e.getValue().asString("")));
        } else {
          entries.add(entry(property.getKey(), property.getValue()));
        }
      }
      requireApart(entries);
      return new SafetensorsHeader(entries, metadata, dataStart);
    }

    private Entry entry(String name, JsonNode node) {
      String type = node.path("dtype").asString("");
      ElementKind kind =
          ElementKind.ofSafetensors(type)
              .orElseThrow(
                  () ->
                      ProblemException.inFile(
                          file,
                          "Tensor " + name + " has the type \"" + type + "\", which is not read",
                          "Save it as another type, such as F32."));
      long[] lengths = wholeNumbers(name, node.path("shape"));
      long[] offsets = wholeNumbers(name, node.path("data_offsets"));
      long size = kind.bytes();
      int[] shape = new int[lengths.length];
      try {
        for (int i = 0; i < shape.length; i++) {
          shape[i] = Math.toIntExact(lengths[i]);
          size = Math.multiplyExact(size, lengths[i]);
        }
      } catch (ArithmeticException e) {
        throw broken(file, "Tensor " + name + " is too large");
      }
      if (offsets.length != 2 || offsets[1] > dataBytes || offsets[1] - offsets[0] != size) {
        throw broken(file, "The offsets of tensor " + name + " do not fit its shape or the file");
      }
      if (size > Integer.MAX_VALUE - 16) {
        throw broken(file, "Tensor " + name + " holds " + size + " bytes, more than can be read");
      }
      return new Entry(name, kind, shape, offsets[0], (int) size);
    }

    private long[] wholeNumbers(String name, JsonNode array) {
      long[] out = new long[array.isArray() ? array.size() : 0];
      for (int i = 0; i < out.length; i++) {
        JsonNode number = array.get(i);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
          throw broken(file, "Tensor " + name + " has a length or offset that is no whole number");
        }
        out[i] = number.asLong();
      }
      return out;
    }

    /** Tensors that share bytes could make a small file fill the memory. */
    private void requireApart(List<Entry> entries) {
      List<Entry> sorted = new ArrayList<>(entries);
      sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingInt(Entry::bytes));
      long end = 0;
      for (Entry entry : sorted) {
        if (entry.begin() < end) {
          throw broken(file, "Tensor " + entry.name() + " overlaps another");
        }
        end = entry.begin() + entry.bytes();
      }
    }
  }
}
