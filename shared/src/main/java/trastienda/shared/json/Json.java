package trastienda.shared.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The one JSON mapper. Names are snake_case, dates ISO, decimals text with two places; unknown
/// fields are ignored so that an older program survives a newer one. Nesting deeper than 64 and
/// documents over 1 MiB are refused.
public final class Json {
    /// The deepest nesting that is read.
    public static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = build();

    private Json() {}

    /// The shared mapper; thread-safe.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper build() {
        var constraints = StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
        var module =
                new SimpleModule("trastienda")
                        .addSerializer(BigDecimal.class, new Decimals())
                        .addDeserializer(Long.class, new Whole<>(Long.class))
                        .addDeserializer(Integer.class, new Whole<>(Integer.class));
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(module)
                .build();
    }

    /// A whole number as it is: a fraction is not cut off, and one that is too large is a wrong
    /// value, not broken JSON.
    private static final class Whole<N extends Number> extends StdDeserializer<N> {
        private final Class<N> type;

        Whole(Class<N> type) {
            super(type);
            this.type = type;
        }

        @Override
        public @Nullable N deserialize(JsonParser parser, DeserializationContext context) {
            var token = parser.currentToken();
            if (token == JsonToken.VALUE_NUMBER_FLOAT
                    || (token == JsonToken.VALUE_NUMBER_INT && !fits(parser))) {
                return type.cast(
                        context.handleWeirdNumberValue(
                                type, parser.getNumberValue(), "not a whole number that fits"));
            }
            Number read;
            if (type == Long.class) {
                read = _parseLong(parser, context, type);
            } else {
                read = _parseInteger(parser, context, type);
            }
            return type.cast(read);
        }

        private boolean fits(JsonParser parser) {
            return switch (parser.getNumberType()) {
                case INT -> true;
                case LONG -> type == Long.class;
                default -> false;
            };
        }
    }

    private static final class Decimals extends StdSerializer<BigDecimal> {
        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
    }
}
