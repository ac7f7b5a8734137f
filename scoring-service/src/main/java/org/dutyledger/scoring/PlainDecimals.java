package org.dutyledger.scoring;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a decimal as a string without exponent. */
final class PlainDecimals extends StdSerializer<BigDecimal> {
    PlainDecimals() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator generator, SerializationContext context) {
        generator.writeString(value.toPlainString());
    }
}
