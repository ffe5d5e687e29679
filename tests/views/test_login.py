def test_smoke(app, visitor):
    assert visitor.get("/board").headers["Location"] == "/login"
    assert visitor.get("/login").status_code == 200
    assert visitor.post("/login", data={"email": "a@b", "password": "x"}).status_code == 422
