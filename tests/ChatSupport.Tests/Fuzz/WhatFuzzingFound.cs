using System.Net;
using System.Text;

namespace ChatSupport.Tests.Fuzz;

/// <summary>Inputs that once were answered with a fault, each with what is right.</summary>
public sealed class WhatFuzzingFound(DoorHost host) : IClassFixture<DoorHost>
{
    [Theory]
    [InlineData("""{"update_id":1,"my_chat_member":{"chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"first_name":"S"},"date":1,"old_chat_member":{"user":{}},"new_chat_member":{"stat":"kicked"}}}""")]
    public async Task An_update_without_a_field_that_the_library_relies_on_is_confirmed_and_left_alone(string update) =>
        Assert.Equal(HttpStatusCode.OK, await host.Webhook(Encoding.UTF8.GetBytes(update)));
}
