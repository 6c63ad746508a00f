package io.quaestor.llm;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** A reply as one line of JSON, and back, exactly. */
public final class ReplyJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(String.class, new TextWriter())
                  .addSerializer(Instant.class, new InstantWriter())
                  .addDeserializer(Instant.class, new InstantReader()))
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter WRITER = MAPPER.writerFor(Reply.class);
  private static final ObjectReader READER = MAPPER.readerFor(Reply.class);
  private static final ObjectReader ID_READER = MAPPER.readerFor(Id.class);

  private ReplyJson() {}

  /** Without a line break. */
  public static String write(Reply reply) {
    try {
      return new String(WRITER.writeValueAsBytes(reply), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A reply is always JSON", e);
    }
  }

  /** The same as bytes, with a line break. */
  static byte[] line(Reply reply) {
    try {
      byte[] json = WRITER.writeValueAsBytes(reply);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A reply is always JSON", e);
    }
  }

  /**
   * @throws JsonProcessingException when the text is not one reply, for example cut short
   */
  public static Reply read(String line) throws JsonProcessingException {
    return READER.readValue(line);
  }

  /**
   * @throws JsonProcessingException as {@link #read} does
   */
  static String askId(String line) throws JsonProcessingException {
    return ID_READER.<Id>readValue(line).askId();
  }

  private record Id(String askId) {}

  private static final class TextWriter extends StdSerializer<String> {
    private static final long serialVersionUID = 1L;

    TextWriter() {
      super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      JsonText.write(to, value);
    }
  }

  private static final class InstantWriter extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeString(value.toString());
    }
  }

  private static final class InstantReader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser from, DeserializationContext context) throws IOException {
      return Instant.parse(from.getText());
    }
  }
}
