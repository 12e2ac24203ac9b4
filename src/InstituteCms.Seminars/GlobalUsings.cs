global using ISession = YesSql.ISession; // Microsoft.AspNetCore.Http has another.
