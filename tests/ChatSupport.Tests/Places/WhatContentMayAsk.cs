using ChatSupport.Content;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

public sealed class WhatContentMayAsk
{
    [Fact]
    public void Is_known_to_the_check_as_it_is_offered()
    {
        foreach (var spec in PlaceQueries.Specs)
        {
            var known = Assert.Single(KnownActions.All, action => action.Name == spec.Name);
            Assert.Equal((spec.Kind, spec.Returns, spec.Lands), (known.Kind, known.Returns, known.Lands));
            Assert.Equal(spec.Parameters, known.Parameters);
        }
    }
}
